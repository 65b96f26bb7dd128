/*
 * Which cells are selected: an active cell, and the range from there. Tabulator's own ranges (SelectRange) are not used:
 * each step touches every row, drawn or not (it makes 5,000 elements at the first key), each refresh throws the selection
 * back to the first cell, and a screen reader isn't told which cell is meant. Here only what is drawn is painted.
 */
(function () {
  'use strict';

  function Selection(grid) {
    this.grid = grid;
    this.from = { row: 0, column: 0 }; // the active cell, in displayed rows and columns
    this.to = this.from;
    this.span = null; // 'rows', 'columns' or 'all', when whole ones are meant
    this.id = null; // of the row of the active cell: it may be displayed elsewhere
    this.begun = null; // the column in which one began to go on by the Tab key
    this.beyond = false; // behind the last row: what is typed now begins a new one
  }

  Selection.prototype = {
    bounds: function () {
      var from = this.from;
      var to = this.to;
      var allRows = this.span === 'columns' || this.span === 'all';
      var allColumns = this.span === 'rows' || this.span === 'all';
      return {
        top: allRows ? 0 : Math.min(from.row, to.row),
        bottom: allRows ? this.grid.ids.length - 1 : Math.max(from.row, to.row),
        left: allColumns ? 0 : Math.min(from.column, to.column),
        right: allColumns ? this.grid.keys.length - 1 : Math.max(from.column, to.column)
      };
    },

    isOneCell: function () {
      return !this.span && this.from.row === this.to.row && this.from.column === this.to.column;
    },

    ids: function () {
      var bounds = this.bounds();
      return this.grid.ids.slice(bounds.top, bounds.bottom + 1);
    },

    keys: function () {
      var bounds = this.bounds();
      return this.grid.keys.slice(bounds.left, bounds.right + 1);
    },

    clamped: function (place) {
      return {
        row: Math.max(0, Math.min(place.row, this.grid.ids.length - 1)),
        column: Math.max(0, Math.min(place.column, this.grid.keys.length - 1))
      };
    },

    set: function (from, to, span) {
      this.from = this.clamped(from);
      this.to = this.clamped(to || from);
      this.span = span || null;
      this.id = this.grid.ids[this.from.row] || null;
      this.begun = null;
      this.beyond = false;
      this.grid.paint();
      this.grid.reveal(this.to, span);
      this.grid.toldOf();
    },

    /** After other rows are displayed: the active cell stays in its row if that is still there. */
    settle: function () {
      var height = this.to.row - this.from.row;
      var row = this.grid.place(this.id);
      this.from = this.clamped({ row: row < 0 ? this.from.row : row, column: this.from.column });
      this.to = this.clamped({ row: this.from.row + height, column: this.to.column });
      this.id = this.grid.ids[this.from.row] || null;
    },

    step: function (rows, columns, extend) {
      var start = extend ? this.to : this.from;
      var to = { row: start.row + rows, column: start.column + columns };
      this.set(extend ? this.from : to, to, extend ? this.span : null);
    },

    /** As a spreadsheet does: to where cells with text end, or begin. */
    jump: function (rows, columns, extend) {
      var grid = this.grid;
      var at = extend ? this.to : this.from;
      var isFull = function (place) { return grid.textAt(place.row, place.column) !== ''; };
      var next = function (place) { return { row: place.row + rows, column: place.column + columns }; };
      var isIn = function (place) {
        return place.row >= 0 && place.row < grid.ids.length && place.column >= 0 && place.column < grid.keys.length;
      };
      var to = next(at);
      if (!isIn(to)) {
        return;
      }
      var inBlock = isFull(at) && isFull(to);
      while (isIn(next(to)) && (inBlock ? isFull(next(to)) : !isFull(to))) {
        to = next(to);
      }
      this.set(extend ? this.from : to, to);
    },

    /** The next cell, at the end of a row the first of the next one; false when there is none. */
    tab: function (back) {
      var width = this.grid.keys.length;
      var at = this.from.row * width + this.from.column + (back ? -1 : 1);
      var begun = this.begun === null ? this.from.column : this.begun;
      if (at < 0 || at >= width * this.grid.ids.length) {
        return false;
      }
      this.set({ row: Math.floor(at / width), column: at % width });
      this.begun = begun;
      return true;
    },

    /** After a cell is written: the one below, or the first of those that were written one after the other by the Tab key. */
    enter: function (by) {
      var isLast = by > 0 && this.from.row === this.grid.ids.length - 1;
      this.set({ row: this.from.row + by, column: this.begun === null ? this.from.column : this.begun });
      if (isLast && this.grid.ids.length) {
        this.beyond = true;
        this.grid.toldOf();
      }
    },

    /** Selects with the mouse in this element. */
    watch: function (root) {
      var selection = this;
      var grid = this.grid;
      var down = false;
      root.addEventListener('mousedown', function (event) {
        var cell = event.target.closest('.tabulator-cell');
        var header = event.target.closest('.tabulator-col');
        if (event.button !== 0 || event.target.matches('input') || event.target.closest('.tabulator-col-resize-handle')) {
          return;
        }
        event.preventDefault(); // neither text is selected nor a cell takes the focus
        root.focus({ preventScroll: true });
        if (cell) {
          var place = grid.placeOf(cell);
          var isHeader = !cell.dataset.key;
          down = !isHeader;
          selection.set(event.shiftKey ? selection.from : place, place, isHeader ? 'rows' : null);
        } else if (header && header.getAttribute('tabulator-field')) {
          var column = grid.fields.indexOf(header.getAttribute('tabulator-field'));
          selection.set({ row: selection.from.row, column: event.shiftKey ? selection.from.column : column },
            { row: selection.from.row, column: column }, 'columns');
        }
      });
      document.addEventListener('mousemove', function (event) {
        if (!down) {
          return;
        }
        var box = grid.holder.getBoundingClientRect();
        grid.holder.scrollTop += event.clientY > box.bottom ? 34 : event.clientY < box.top ? -34 : 0;
        var under = document.elementFromPoint(event.clientX, event.clientY);
        var cell = under && under.closest('.tabulator-cell');
        if (cell && cell.dataset.key && root.contains(cell)) {
          var to = grid.placeOf(cell);
          if (to.row !== selection.to.row || to.column !== selection.to.column) {
            selection.set(selection.from, to);
          }
        }
      });
      document.addEventListener('mouseup', function () { down = false; });
      root.addEventListener('click', function (event) {
        if (event.target.closest('.tabulator-cell .flag') && !event.shiftKey && grid.isFlag()) {
          grid.edit();
        }
      });
      root.addEventListener('dblclick', function (event) {
        var cell = event.target.closest('.tabulator-cell');
        if (cell && cell.dataset.key && !grid.isFlag() && !event.target.matches('input')) {
          grid.edit();
        }
      });
    }
  };

  window.TableEditor.Selection = Selection;
}());
