/*
 * The rows of a decision table in the browser: what is there, what is done to it, and how that is taken back. It knows
 * neither the grid nor the server. Tabulator's own history takes back one cell after the other, and no paste at all; here
 * one action is one step, and the same operations that change the rows are what the server is told.
 *
 * Operations: {op: 'set', id, note?, active?, validFrom?, validTo?, cells?}, {op: 'insert', after, rows}, {op: 'delete', ids},
 * {op: 'move', ids, after} and {op: 'columns', columns}; 'after' is the id of a row, or null for the beginning.
 */
(function () {
  'use strict';
  var STEPS = 300; // that can be taken back
  var OWN = ['active', 'validFrom', 'validTo', 'note']; // what a row has beside its cells

  function Rows(id) {
    this.newId = id;
    this.listeners = [];
    this.load({ columns: [], rows: [] });
  }

  Rows.prototype = {
    load: function (table) {
      this.columns = table.columns;
      this.offered = (table.offered || []).concat(table.columns);
      this.rows = table.rows;
      this.done = [];
      this.undone = [];
      this.index();
    },

    index: function () {
      this.places = new Map(this.rows.map(function (row, at) { return [row.id, at]; }));
    },

    /** Counted from 0; -1 when there is no such row. */
    place: function (id) {
      return this.places.has(id) ? this.places.get(id) : -1;
    },

    row: function (id) {
      return this.rows[this.place(id)];
    },

    column: function (header) {
      return this.columns.find(function (column) { return column.header === header; });
    },

    text: function (row, key) {
      if (key === 'active') {
        return row.active ? 'yes' : 'no';
      }
      return (OWN.indexOf(key) >= 0 ? row[key] : row.cells[key]) || '';
    },

    blank: function () {
      return { id: this.newId(), note: '', active: true, validFrom: '', validTo: '', cells: {} };
    },

    /** A row like this one, with an id of its own. */
    copy: function (row) {
      return Object.assign({}, row, { id: this.newId(), cells: Object.assign({}, row.cells) });
    },

    /** What is set in a row (its values by their keys), or nothing if that is how it is. */
    set: function (row, values) {
      var change = { op: 'set', id: row.id };
      Object.keys(values).forEach(function (key) {
        var value = values[key];
        if (key === 'active') {
          value = flag(value, row.active);
          if (value !== row.active) {
            change.active = value;
          }
        } else if (value !== this.text(row, key)) {
          put(change, key, value);
        }
      }, this);
      return Object.keys(change).length > 2 ? [change] : [];
    },

    /** A row that is not yet there, with these values. */
    filled: function (values) {
      var row = this.blank();
      this.set(row, values).forEach(function (change) { write(row, change); });
      return row;
    },

    // --- doing and taking back ---------------------------------------------------------------------------------------

    /** Does this as one step; what it is called is said when it is taken back. */
    act: function (operations, name) {
      if (operations.length) {
        var step = { name: name, redo: operations, undo: [] };
        this.remember(step); // before anybody is told, who may ask what can be taken back
        step.undo = this.apply(operations);
      }
    },

    remember: function (step) {
      this.done.push(step);
      this.done.splice(0, this.done.length - STEPS);
      this.undone = [];
    },

    /** What was there; loading others leaves these as they are. */
    state: function () {
      return { columns: this.columns, rows: this.rows, done: this.done };
    },

    /** All rows have come in the place of those of before: that is one step, and what was done before can be taken back after it. */
    replaced: function (before, name) {
      var now = { columns: this.columns, rows: this.rows.map(function (row) { return Object.assign({}, row, { cells: Object.assign({}, row.cells) }); }) };
      this.offered = this.offered.concat(before.columns.filter(function (column) {
        return !this.offered.some(function (offered) { return offered.header === column.header; });
      }, this));
      this.done = before.done;
      this.remember({ name: name, redo: instead(before, now), undo: instead(now, before) });
    },

    undo: function () {
      var step = this.done.pop();
      if (step) {
        this.undone.push(step);
        this.apply(step.undo);
      }
      return step;
    },

    redo: function () {
      var step = this.undone.pop();
      if (step) {
        this.done.push(step);
        this.apply(step.redo);
      }
      return step;
    },

    /** Answers what would undo it. What no longer applies (its row is gone) is left out. */
    apply: function (operations) {
      var undo = [];
      var applied = operations.filter(function (operation) {
        var back = this[operation.op === 'set' ? 'doSet' : 'do' + operation.op[0].toUpperCase() + operation.op.slice(1)](operation);
        undo = (back || []).concat(undo);
        return back;
      }, this);
      this.listeners.forEach(function (listener) { listener(applied); });
      return undo;
    },

    doSet: function (change) {
      var row = this.row(change.id);
      if (!row) {
        return null;
      }
      var before = { op: 'set', id: row.id };
      keysOf(change).forEach(function (key) {
        put(before, key, key === 'active' ? row.active : this.text(row, key));
      }, this);
      write(row, change);
      return [before];
    },

    doInsert: function (operation) {
      var rows = operation.rows.filter(function (row) { return this.place(row.id) < 0; }, this)
        .map(function (row) { return Object.assign({}, row, { cells: Object.assign({}, row.cells) }); });
      this.rows.splice.apply(this.rows, [this.place(operation.after) + 1, 0].concat(rows));
      this.index();
      return rows.length ? [{ op: 'delete', ids: rows.map(function (row) { return row.id; }) }] : null;
    },

    doDelete: function (operation) {
      var gone = new Set(operation.ids);
      var back = [];
      var before = null;
      this.rows.forEach(function (row) {
        if (gone.has(row.id)) {
          var last = back[back.length - 1];
          if (last && last.rows[last.rows.length - 1].id === before) {
            last.rows.push(row);
          } else {
            back.push({ op: 'insert', after: before, rows: [row] });
          }
        }
        before = row.id;
      });
      this.rows = this.rows.filter(function (row) { return !gone.has(row.id); });
      this.index();
      return back.length ? back : null;
    },

    doMove: function (operation) {
      var rows = this.rows;
      var moved = operation.ids.map(this.row, this).filter(Boolean);
      // one after the other from the top: each finds the row that it stood behind where that was
      var back = moved.slice().sort(function (a, b) { return this.place(a.id) - this.place(b.id); }.bind(this))
        .map(function (row) {
          var at = this.place(row.id);
          return { op: 'move', ids: [row.id], after: at ? rows[at - 1].id : null };
        }, this);
      var left = rows.filter(function (row) { return moved.indexOf(row) < 0; });
      var to = operation.after === null ? 0 : left.indexOf(this.row(operation.after)) + 1;
      this.rows = left.slice(0, to).concat(moved, left.slice(to));
      this.index();
      return back.length ? back : null;
    },

    doColumns: function (operation) {
      var before = this.columns;
      var offered = this.offered;
      this.columns = operation.columns.map(function (header) {
        return offered.find(function (column) { return column.header === header; });
      }).filter(Boolean);
      var gone = before.filter(function (column) { return operation.columns.indexOf(column.header) < 0; });
      var cells = [];
      this.rows.forEach(function (row) {
        var lost = gone.filter(function (column) { return row.cells[column.header]; });
        if (lost.length) {
          var change = { op: 'set', id: row.id };
          lost.forEach(function (column) {
            put(change, column.header, row.cells[column.header]);
            delete row.cells[column.header];
          });
          cells.push(change);
        }
      });
      return [{ op: 'columns', columns: before.map(function (column) { return column.header; }) }].concat(cells);
    }
  };

  /** What makes one table of the other. */
  function instead(old, wanted) {
    return [
      { op: 'delete', ids: old.rows.map(function (row) { return row.id; }) },
      { op: 'columns', columns: wanted.columns.map(function (column) { return column.header; }) },
      { op: 'insert', after: null, rows: wanted.rows }
    ];
  }

  /** A flag that is left blank is set; what is no flag at all changes nothing. */
  function flag(text, before) {
    if (/^\s*(y|yes|true|on|1|x|)\s*$/i.test(text)) {
      return true;
    }
    return /^\s*(n|no|false|off|0)\s*$/i.test(text) ? false : before;
  }

  function put(change, key, value) {
    if (OWN.indexOf(key) >= 0) {
      change[key] = value;
    } else {
      change.cells = change.cells || {};
      change.cells[key] = value;
    }
  }

  function keysOf(change) {
    return OWN.filter(function (key) { return key in change; }).concat(Object.keys(change.cells || {}));
  }

  function write(row, change) {
    OWN.forEach(function (key) {
      if (key in change) {
        row[key] = change[key];
      }
    });
    Object.assign(row.cells, change.cells);
  }

  window.TableEditor = { Rows: Rows, OWN: OWN };
}());
