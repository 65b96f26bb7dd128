/*
 * What is drawn of the grid says what is selected, where one is and what was found. This runs at each key: a row that
 * already says what it has to is left alone, for touching each of its cells is what would be felt.
 */
(function () {
  'use strict';

  function Painter(grid) {
    this.grid = grid;
    this.round = 0; // goes up with what concerns every row
    this.keys = null;
    this.marks = null;
  }

  Painter.prototype = {
    /** Texts have changed: nothing that is drawn is known to be right. */
    anew: function () {
      this.round++;
    },

    /** A cell that was drawn anew gets back the field in which one writes; where it is out of sight, one has written. */
    reseat: function () {
      var field = this.grid.field;
      if (field && !field.input.isConnected) {
        var element = this.grid.element(this.grid.place(field.id), this.grid.keys.indexOf(field.key));
        if (element) {
          field.sit(element);
        } else {
          field.end(null);
        }
      }
    },

    paint: function () {
      var grid = this.grid;
      this.reseat();
      var bounds = grid.selection.bounds();
      if (this.keys !== grid.keys || this.marks !== grid.marks) {
        this.keys = grid.keys;
        this.marks = grid.marks;
        this.anew();
      }
      grid.host.setAttribute('aria-rowcount', String(grid.rows.rows.length + 1));
      grid.host.setAttribute('aria-colcount', String(grid.keys.length + 1));
      grid.host.removeAttribute('aria-activedescendant');
      grid.host.querySelectorAll('.tabulator-row').forEach(function (line) { this.row(line, bounds); }, this);
      grid.host.querySelectorAll('.tabulator-col').forEach(function (column) {
        var at = grid.fields.indexOf(column.getAttribute('tabulator-field'));
        column.setAttribute('aria-colindex', String(at + 2));
        column.classList.toggle('near', at >= bounds.left && at <= bounds.right);
      });
    },

    row: function (line, bounds) {
      var grid = this.grid;
      var id = line.dataset.id;
      var at = grid.place(id);
      var place = grid.rows.place(id);
      var row = grid.rows.row(id);
      var active = at === grid.selection.from.row ? grid.selection.from.column : -1;
      var isIn = at >= bounds.top && at <= bounds.bottom;
      var says = [this.round, at, place, Boolean(row) && row.active, grid.lit.has(id), active,
        isIn && [bounds.left, bounds.right, grid.selection.isOneCell()]].join();
      if (line.says !== says || line.saysIn !== line.lastElementChild) {
        line.says = says;
        line.saysIn = line.lastElementChild;
        line.setAttribute('aria-rowindex', String(place + 2));
        line.classList.toggle('off', Boolean(row) && !row.active);
        line.classList.toggle('lit', grid.lit.has(id));
        this.cells(line, at, isIn, bounds, active);
      }
      if (active >= 0) {
        grid.host.setAttribute('aria-activedescendant', 'cell-' + at + '-' + active);
      }
    },

    cells: function (line, at, isIn, bounds, active) {
      var grid = this.grid;
      var isOne = grid.selection.isOneCell();
      var marks = grid.marks.get(line.dataset.id);
      Array.from(line.children).forEach(function (cell) {
        var column = grid.keys.indexOf(cell.dataset.key);
        var isHere = isIn && (column < 0 || (column >= bounds.left && column <= bounds.right));
        var isActive = column >= 0 && column === active;
        if (cell.dataset.key === '') {
          this.number(cell, grid.rows.place(line.dataset.id) + 1);
        }
        var mark = marks && marks.get(cell.dataset.key);
        cell.classList.toggle('in', isHere && (!isOne || column < 0));
        cell.classList.toggle('at', isActive);
        cell.classList.toggle('bad', Boolean(mark) && mark.severity === 'error');
        cell.classList.toggle('doubtful', Boolean(mark) && mark.severity !== 'error');
        cell.title = mark ? mark.text : '';
        cell.setAttribute('aria-colindex', String(column + 2));
        if (column >= 0) {
          cell.setAttribute('aria-selected', String(isHere));
          cell.setAttribute('aria-invalid', String(Boolean(mark) && mark.severity === 'error'));
        }
        cell.id = isActive ? 'cell-' + at + '-' + column : '';
      }, this);
    },

    /** A row that others have passed by is drawn with another number. */
    number: function (cell, number) {
      if (cell.textContent !== String(number)) {
        cell.textContent = number;
      }
    }
  };

  window.TableEditor.Painter = Painter;
}());
