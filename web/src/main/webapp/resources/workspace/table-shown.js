/*
 * How the grid comes to display what was done to the rows: one by one where that is cheaper than to give Tabulator all of
 * them anew, which it makes a line of each of. It is a part of the grid, which has the rest.
 */
(function () {
  'use strict';
  var FEW = 40; // rows that are cheaper to change one by one than to give anew
  var FEW_MOVES = 8; // each draws what is in sight

  window.TableEditor.shown = {
    /** Other rows, or the same in another order or with other values. */
    refresh: function (operations) {
      this.painter.anew();
      this.keep(operations);
      if (operations.some(function (operation) { return operation.op === 'columns'; })) {
        this.finish();
        this.table.setColumns(this.definitions());
        this.layColumns();
      }
      if (operations.length <= FEW && operations.every(function (operation) { return operation.op === 'set'; })) {
        operations.forEach(function (change) {
          var row = this.rows.row(change.id);
          this.table.getRow(change.id).update({
            active: row.active, validFrom: row.validFrom, validTo: row.validTo, note: row.note, cells: row.cells
          });
        }, this);
      } else if (this.ids.length === this.rows.rows.length && areFewMoves(operations)) {
        this.finish();
        this.move(operations);
      } else {
        this.finish();
        this.table.replaceData(this.rows.rows);
      }
      this.paint();
    },

    /** Among all rows: where some are not displayed Tabulator would put one elsewhere. */
    move: function (moves) {
      moves.forEach(function (move) {
        move.ids.reduce(function (after, id) {
          var first = this.table.rowManager.rows[0].getData().id;
          this.table.moveRow(id, after === null ? first : after, after === null);
          return id;
        }.bind(this), move.after);
      }, this);
      this.displays(this.rows.rows.map(function (row) { return row.id; }));
    },

    displays: function (ids) {
      this.ids = ids;
      this.places = new Map(ids.map(function (id, at) { return [id, at]; }));
      this.selection.settle();
    },

    stays: function (id) {
      this.changed.add(id);
      if (this.only) {
        this.only.add(id);
      }
    },

    /** Displays this row, too, if it isn't. */
    uncover: function (id) {
      if (this.place(id) < 0 && this.rows.place(id) >= 0) {
        this.stays(id);
        this.table.refreshFilter();
      }
    },

    /** A row that was written stays in sight, as in a spreadsheet, until another filter is asked for. */
    keep: function (operations) {
      if (this.only || this.table.getHeaderFilters().length) {
        operations.forEach(function (operation) {
          (operation.rows || []).forEach(function (row) { this.stays(row.id); }, this);
          if (operation.op === 'set') {
            this.stays(operation.id);
          }
        }, this);
      }
    }
  };

  function areFewMoves(operations) {
    return operations.every(function (operation) { return operation.op === 'move'; })
      && operations.reduce(function (sum, move) { return sum + move.ids.length; }, 0) <= FEW_MOVES;
  }
}());
