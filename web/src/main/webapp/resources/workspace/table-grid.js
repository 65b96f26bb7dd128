/*
 * The grid that shows the rows: Tabulator draws those in sight, narrows them by its filters, sizes columns and drags rows.
 * What is done with cells is not left to it: its Edit module makes each cell a stop of the Tab key and throws away what is
 * being written at each refresh. The grid itself has the focus and says which cell is active, so that scrolling, which
 * takes rows out of the page, takes no focus away. Texts go into the page as text, never as HTML.
 */
(function () {
  'use strict';
  var ROW = 34; // pixels
  var PART = '\u0001'; // between a record and its field, for Tabulator: a header may have any other character
  var WIDTH = { flag: [84, 84], date: [122, 122], choice: [104, 190], range: [92, 170], list: [104, 230], text: [150, 300] }; // least, most
  var LETTER = 7.5; // pixels
  var SAMPLE = 500; // rows, by which the columns get their width

  /** @param words texts by their names; @param told is called when another cell is active */
  function Grid(host, rows, words, told) {
    this.host = host;
    this.rows = rows;
    this.words = words;
    this.toldOf = told;
    this.ids = []; // displayed rows
    this.keys = []; // displayed columns
    this.fields = []; // the same, as Tabulator calls them
    this.hidden = new Set(); // keys of columns that are not displayed
    this.marks = new Map(); // by row's id and column's key: {severity, text}
    this.lit = new Set(); // ids of rows to look at
    this.only = null; // ids of the rows that are displayed, or null
    this.readOnly = false;
    this.field = null; // in which a cell is being written
    this.wanted = null; // the place that is to be in sight
    this.changed = new Set(); // ids of rows that stay displayed whatever the filters of columns say: they were just written
    this.selection = new window.TableEditor.Selection(this);
    this.painter = new window.TableEditor.Painter(this);
  }

  Grid.prototype = {
    own: function (header, kind) {
      return { header: header, label: this.words[header], kind: kind, own: true };
    },

    isFlag: function () {
      return this.keys[this.selection.from.column] === 'active';
    },

    /** All columns, with those that each row has. */
    columns: function () {
      return [this.own('active', 'flag')].concat(this.rows.columns,
        [this.own('validFrom', 'date'), this.own('validTo', 'date'), this.own('note', 'text')]);
    },

    column: function (key) {
      return this.columns().find(function (column) { return column.header === key; });
    },

    show: function () {
      var grid = this;
      this.table = new window.Tabulator(this.host, {
        data: this.rows.rows, index: 'id', height: '100%', layout: 'fitDataFill', rowHeight: ROW, renderVerticalBuffer: 300,
        nestedFieldSeparator: PART, keybindings: false, placeholder: document.createElement('span'),
        movableRows: !this.readOnly, columnDefaults: { headerSort: false, resizable: 'header', minWidth: 70 },
        headerFilterLiveFilterDelay: 150, rowHeader: this.rowHeader(), columns: this.definitions(),
        rowFormatter: function (row) { row.getElement().dataset.id = row.getData().id; }
      });
      this.table.on('dataFiltered', function (filters, shown) {
        grid.displays(shown.map(function (row) { return row.getData().id; }));
      });
      ['renderComplete', 'scrollVertical'].forEach(function (event) { grid.table.on(event, function () { grid.drawn(); }); });
      return new Promise(function (shown) {
        grid.table.on('tableBuilt', function () {
          grid.built();
          shown();
        });
      });
    },

    built: function () {
      var grid = this;
      var root = this.host;
      this.holder = root.querySelector('.tabulator-tableholder');
      root.querySelectorAll('[tabindex]').forEach(function (part) { part.removeAttribute('tabindex'); });
      root.tabIndex = 0;
      root.querySelector('.tabulator-header-contents').setAttribute('role', 'presentation');
      root.querySelector('.tabulator-table').setAttribute('role', 'presentation');
      this.holder.setAttribute('role', 'rowgroup');
      this.holder.tabIndex = 0; // what scrolls can be reached; but the keys are for the grid
      this.holder.addEventListener('focus', function () { root.focus({ preventScroll: true }); });
      root.addEventListener('blur', function () { this.holder.tabIndex = 0; }.bind(this));
      root.setAttribute('aria-label', this.words.grid);
      root.setAttribute('aria-multiselectable', 'true');
      root.setAttribute('aria-readonly', String(this.readOnly));
      root.addEventListener('mouseover', function (event) { // measured here: it would cost too much at each painting
        var cell = event.target.closest('.tabulator-cell');
        if (cell && !cell.title && cell.scrollWidth > cell.clientWidth) {
          cell.title = cell.textContent;
        }
      });
      root.addEventListener('input', function (event) {
        if (event.target.closest('.tabulator-header-filter')) {
          grid.changed.clear();
        }
      });
      this.selection.watch(root);
      this.layColumns();
      this.paint();
    },

    /** The Tab key goes on to what comes after the grid. */
    letGo: function () {
      this.holder.tabIndex = -1;
    },

    /** The number of the row in the whole table, and the handle by which it is dragged. */
    rowHeader: function () {
      var grid = this;
      return {
        frozen: true, width: 58, minWidth: 58, resizable: false, headerSort: false, rowHandle: !this.readOnly, cssClass: 'c-row',
        titleFormatter: function () { return document.createTextNode('#'); },
        formatter: function (cell) {
          var element = cell.getElement();
          element.dataset.key = '';
          element.setAttribute('role', 'rowheader');
          return document.createTextNode(String(grid.rows.place(cell.getData().id) + 1));
        }
      };
    },

    definitions: function () {
      var grid = this;
      return this.columns().map(function (column) {
        var key = column.header;
        return {
          field: column.own ? key : 'cells' + PART + key, width: grid.width(column), visible: !grid.hidden.has(key),
          cssClass: 'c-' + column.kind + (column.result ? ' c-result' : '') + (column.own ? ' c-own' : ''),
          titleFormatter: function () { return document.createTextNode(column.label); },
          formatter: function (cell) {
            cell.getElement().dataset.key = key;
            return grid.content(cell.getData(), column);
          },
          headerFilter: 'input',
          headerFilterParams: { elementAttributes: { 'aria-label': grid.said('filterOf', column.label), maxlength: '100' } },
          headerFilterFunc: function (wanted, value, row) {
            return grid.changed.has(row.id) || grid.rows.text(row, key).toLowerCase().indexOf(wanted.trim().toLowerCase()) >= 0;
          }
        };
      });
    },

    /** What its texts need, so that the results are not far from the conditions. */
    width: function (column) {
      var rows = this.rows;
      var longest = rows.rows.slice(0, SAMPLE).reduce(function (most, row) {
        return Math.max(most, rows.text(row, column.header).length);
      }, column.label.length);
      return Math.max(WIDTH[column.kind][0], Math.min(WIDTH[column.kind][1], Math.ceil(24 + LETTER * longest)));
    },

    content: function (row, column) {
      if (column.kind !== 'flag') {
        return document.createTextNode(this.rows.text(row, column.header));
      }
      var sign = document.createElement('span');
      sign.className = row.active ? 'flag on' : 'flag';
      sign.textContent = this.words[row.active ? 'yes' : 'no'];
      return sign;
    },

    said: function (word) {
      var values = Array.prototype.slice.call(arguments, 1);
      return this.words[word].replace(/\{(\d)\}/g, function (all, at) { return values[at]; });
    },

    // --- what is displayed -------------------------------------------------------------------------------------------

    place: function (id) {
      return this.places && this.places.has(id) ? this.places.get(id) : -1;
    },

    placeOf: function (cell) {
      return { row: this.place(cell.parentElement.dataset.id), column: Math.max(0, this.keys.indexOf(cell.dataset.key)) };
    },

    textAt: function (row, column) {
      var found = this.rows.row(this.ids[row]);
      return found ? this.rows.text(found, this.keys[column]) : '';
    },

    /** Rows that are in sight at once but for one, so that nobody pages over any. */
    page: function () {
      return Math.max(1, Math.floor(this.holder.clientHeight / ROW) - 1);
    },

    /** The row as it is drawn, if it is. */
    line: function (row) {
      return Array.from(this.host.querySelectorAll('.tabulator-row')).find(function (element) {
        return element.dataset.id === this.ids[row];
      }, this);
    },

    element: function (row, column) {
      var line = this.line(row);
      return line && Array.from(line.children).find(function (cell) { return cell.dataset.key === this.keys[column]; }, this);
    },

    layColumns: function () {
      var shown = this.columns().filter(function (column) { return !this.hidden.has(column.header); }, this);
      this.keys = shown.map(function (column) { return column.header; });
      this.fields = shown.map(function (column) { return column.own ? column.header : 'cells' + PART + column.header; });
      this.selection.settle();
    },

    hide: function (key, isHidden) {
      this.hidden[isHidden ? 'add' : 'delete'](key);
      this.table.setColumns(this.definitions());
      this.layColumns();
      this.paint();
    },

    /** Displays these rows only (and what the filters of columns let through), or all when there are none given. */
    narrow: function (ids) {
      this.only = ids ? new Set(ids) : null;
      this.changed.clear();
      this.table.clearFilter();
      if (ids) {
        var only = this.only;
        this.table.setFilter(function (row) { return only.has(row.id); });
      }
      this.paint();
    },

    drawn: function () {
      if (this.wanted && this.line(this.wanted.row)) {
        this.reveal(this.wanted);
      }
      this.paint();
    },

    paint: function () {
      if (!this.holder) {
        return;
      }
      this.painter.paint();
    },

    /** Scrolls until the cell is in sight; where it isn't drawn yet, to about there, and on when it is. */
    reveal: function (place, span) {
      var line = this.line(place.row);
      var isRow = span !== 'columns' && span !== 'all';
      this.wanted = null;
      if (line && isRow) {
        var view = this.holder.getBoundingClientRect();
        var box = line.getBoundingClientRect();
        this.holder.scrollTop += Math.min(0, box.top - view.top) + Math.max(0, box.bottom - view.top - this.holder.clientHeight);
      } else if (isRow && place.row < this.ids.length) {
        this.wanted = place;
        this.holder.scrollTop = place.row * ROW - this.holder.clientHeight / 2;
      }
      var column = span === 'rows' || span === 'all' ? null : this.table.getColumn(this.fields[place.column]);
      if (column) {
        var header = column.getElement();
        var frozen = this.host.querySelector('.tabulator-col').offsetWidth;
        if (header.offsetLeft < this.holder.scrollLeft + frozen) {
          this.holder.scrollLeft = header.offsetLeft - frozen;
        } else if (header.offsetLeft + header.offsetWidth > this.holder.scrollLeft + this.holder.clientWidth) {
          this.holder.scrollLeft = header.offsetLeft + header.offsetWidth - this.holder.clientWidth;
        }
      }
    },

    // --- writing in a cell -------------------------------------------------------------------------------------------

    /**
     * Opens the active cell; with a text, that stands there instead of its own. If it is scrolled out of sight, that takes a
     * moment, and then stands there what was typed meanwhile.
     */
    edit: function (text, typed) {
      var place = this.selection.from;
      var column = this.column(this.keys[place.column]);
      if (this.readOnly || !column || !this.ids.length) {
        return;
      }
      var element = this.element(place.row, place.column);
      if (!element) {
        this.reveal(place);
        if (typed !== null) {
          window.requestAnimationFrame(this.edit.bind(this, text === undefined ? text : text + (typed || ''), null));
        }
      } else if (column.kind === 'flag') {
        this.write(place, text === undefined ? this.textAt(place.row, place.column) === 'yes' ? 'no' : 'yes' : text + (typed || ''));
      } else {
        this.finish();
        this.open(element, place, column, text === undefined ? this.textAt(place.row, place.column) : text, text !== undefined);
      }
    },

    open: function (element, place, column, text, isTyped) {
      var grid = this;
      var id = this.ids[place.row];
      function leave() {
        grid.field = null;
        field.input.remove();
      }
      var label = this.said('cellAt', column.label, this.rows.place(id) + 1);
      var field = new window.TableEditor.Field(column, text, label, isTyped, function (written, key) {
        leave();
        grid.write({ row: grid.place(id), id: id, column: place.column }, written);
        if (key) {
          grid.host.focus({ preventScroll: true });
          grid.leftBy(key);
        }
      }, function () {
        leave();
        grid.host.focus({ preventScroll: true });
      });
      this.field = field;
      field.id = id;
      field.key = column.header;
      field.begin(element);
    },

    leftBy: function (key) {
      if (/Tab/.test(key)) {
        this.selection.tab(/Shift/.test(key));
      } else if (/Arrow/.test(key)) {
        this.selection.step(/Down/.test(key) ? 1 : /Up/.test(key) ? -1 : 0, /Right/.test(key) ? 1 : /Left/.test(key) ? -1 : 0);
      } else {
        this.selection.enter(/Shift/.test(key) ? -1 : 1);
      }
    },

    /** What is being written is written. */
    finish: function () {
      if (this.field) {
        this.field.end(null);
      }
    },

    write: function (place, text) {
      var row = this.rows.row(place.id || this.ids[place.row]);
      var values = {};
      values[this.keys[place.column]] = text;
      if (row) {
        this.rows.act(this.rows.set(row, values), 'write');
      }
    }
  };

  Object.assign(Grid.prototype, window.TableEditor.shown);

  window.TableEditor.Grid = Grid;
}());
