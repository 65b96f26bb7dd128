/*
 * What is done with the selected cells and rows, by keys as in a spreadsheet or by the buttons of the page. Each is one step
 * that can be taken back. Tabulator's Clipboard module is not used: see table-clipboard.js for how it reads and writes; and
 * what it pastes can't be taken back.
 */
(function () {
  'use strict';
  var LONGEST = 4000000; // characters of a table, as docs/decision-table.md says

  function Actions(grid, tell, most, ask) {
    this.grid = grid;
    this.rows = grid.rows;
    this.selection = grid.selection;
    this.tell = tell; // says what happened: a word, and what stands in it
    this.ask = ask; // what is the page's: 'find' or 'save'
    this.most = most; // rows of a table
    this.wholeRows = null; // the text of the rows that were copied last, if they were whole ones
    this.leaving = false; // after Escape the Tab key leaves the grid
    grid.host.addEventListener('keydown', this.press.bind(this));
    ['copy', 'cut', 'paste'].forEach(function (name) {
      document.addEventListener(name, function (event) {
        if (document.activeElement === grid.host) {
          event.preventDefault();
          this[name](event.clipboardData);
        }
      }.bind(this));
    }, this);
  }

  Actions.prototype = {
    isOpen: function () {
      return !this.grid.readOnly;
    },

    act: function (operations, name, count) {
      if (this.isOpen() && operations.length) {
        this.grid.finish();
        this.rows.act(operations, name);
        this.tell('did.' + name, count === undefined ? operations.length : count);
      }
    },

    selected: function () {
      return this.selection.ids().map(this.rows.row, this.rows);
    },

    /** Goes to a cell once the rows that were changed are displayed; the width selected stays one cell. */
    goTo: function (id, key) {
      this.grid.uncover(id);
      var place = this.grid.place(id);
      if (place >= 0) {
        var column = key ? this.grid.keys.indexOf(key) : this.selection.from.column;
        this.selection.set({ row: place, column: Math.max(0, column) });
      }
    },

    hasRoom: function (more) {
      var has = this.rows.rows.length + more <= this.most;
      if (!has) {
        this.tell('full', this.most);
      }
      return has;
    },

    // --- rows --------------------------------------------------------------------------------------------------------

    insert: function (above) {
      if (!this.isOpen() || !this.hasRoom(1)) {
        return;
      }
      var bounds = this.selection.bounds();
      var at = above ? this.rows.place(this.grid.ids[bounds.top]) - 1 : this.rows.place(this.grid.ids[bounds.bottom]);
      this.add(at < 0 ? above || !this.rows.rows.length ? null : this.last() : this.rows.rows[at].id, [this.rows.blank()], 'insert');
    },

    last: function () {
      return this.rows.rows.length ? this.rows.rows[this.rows.rows.length - 1].id : null;
    },

    duplicate: function () {
      var copies = this.selected().map(this.rows.copy, this.rows);
      if (copies.length && this.hasRoom(copies.length)) {
        this.add(this.grid.ids[this.selection.bounds().bottom], copies, 'duplicate');
      }
    },

    add: function (after, rows, name) {
      this.act([{ op: 'insert', after: after, rows: rows }], name, rows.length);
      this.goTo(rows[0].id);
    },

    remove: function () {
      var ids = this.selection.ids();
      if (ids.length) {
        this.act([{ op: 'delete', ids: ids }], 'remove', ids.length);
        this.selection.set(this.selection.from);
      }
    },

    /** By so many places among the displayed rows, down or (below 0) up. */
    move: function (by) {
      var bounds = this.selection.bounds();
      var ids = this.selection.ids();
      var to = by > 0 ? Math.min(bounds.bottom + by, this.grid.ids.length - 1) : Math.max(bounds.top + by, 0);
      var next = this.grid.ids[to];
      if (next === undefined || ids.indexOf(next) >= 0) {
        return;
      }
      var before = this.rows.rows[this.rows.place(next) - 1];
      this.act([{ op: 'move', ids: ids, after: by > 0 ? next : before ? before.id : null }], 'move', ids.length);
      this.selection.set(this.selection.from, this.selection.to, this.selection.span); // it has gone with its rows
    },

    // --- cells -------------------------------------------------------------------------------------------------------

    /** Writes in the cell; a flag isn't switched by who only wants to go on. */
    enter: function () {
      if (this.grid.isFlag()) {
        this.selection.enter(1);
      } else {
        this.grid.edit();
      }
    },

    /** The same values in all selected rows, as the visitor says for each. */
    change: function (rows, valuesOf, name) {
      var operations = [];
      rows.forEach(function (row, at) {
        operations = operations.concat(this.rows.set(row, valuesOf(row, at)));
      }, this);
      this.act(operations, name);
    },

    empty: function (name) {
      var keys = this.selection.keys().filter(function (key) { return key !== 'active'; }); // a flag is never empty
      this.change(this.selected(), function () {
        return Object.fromEntries(keys.map(function (key) { return [key, '']; }));
      }, name || 'empty');
    },

    /** What the first selected row has; for one row what the row above has. */
    fillDown: function () {
      var bounds = this.selection.bounds();
      var source = this.rows.row(this.grid.ids[bounds.top === bounds.bottom ? bounds.top - 1 : bounds.top]);
      var values = {};
      if (source) {
        this.selection.keys().forEach(function (key) { values[key] = this.rows.text(source, key); }, this);
        this.change(this.selected(), function () { return values; }, 'fill');
      }
    },

    copy: function (clipboard) {
      var keys = this.selection.keys();
      var texts = this.selected().map(function (row) {
        return keys.map(function (key) { return this.rows.text(row, key); }, this);
      }, this);
      var text = window.TableEditor.clipboard.write(texts);
      this.wholeRows = /^(rows|all)$/.test(this.selection.span) ? plain(text) : null;
      clipboard.setData('text/plain', text);
      this.tell('did.copy', texts.length * keys.length);
    },

    cut: function (clipboard) {
      this.copy(clipboard);
      this.empty('cut');
    },

    /**
     * From the first selected cell on, whole rows from their first; a block that fits into the selection several times fills
     * it. Where it goes over the end there are new rows.
     */
    paste: function (clipboard) {
      var text = clipboard.getData('text/plain');
      var beyond = this.selection.beyond ? 1 : 0;
      if (text.length > LONGEST) {
        this.tell('tooLong');
        return;
      }
      var block = window.TableEditor.clipboard.read(text);
      var bounds = this.selection.bounds();
      if (plain(text) === this.wholeRows) {
        bounds.left = 0;
      }
      bounds.top += beyond;
      bounds.bottom += beyond;
      var wide = Math.max.apply(null, block.map(function (line) { return line.length; }));
      var high = this.times(block.length, bounds.bottom - bounds.top + 1);
      var keys = this.grid.keys.slice(bounds.left, bounds.left + this.times(wide, bounds.right - bounds.left + 1));
      var there = this.grid.ids.slice(bounds.top, bounds.top + high);
      if (!this.isOpen() || !this.hasRoom(high - there.length)) {
        return;
      }
      function valuesOf(at) {
        var line = block[at % block.length];
        return Object.fromEntries(keys.map(function (key, column) { return [key, line[column % wide] || '']; }));
      }
      var operations = [];
      there.forEach(function (id, at) { operations = operations.concat(this.rows.set(this.rows.row(id), valuesOf(at))); }, this);
      var added = [];
      for (var at = there.length; at < high; at++) {
        added.push(this.rows.filled(valuesOf(at)));
      }
      this.addPasted(operations, added, there);
      this.tell(wide > keys.length ? 'did.pasteCut' : 'did.paste', high, added.length);
      this.selection.set({ row: bounds.top, column: bounds.left }, { row: bounds.top + high - 1, column: bounds.left + keys.length - 1 });
    },

    times: function (size, room) {
      return room % size === 0 ? room : size;
    },

    addPasted: function (operations, added, there) {
      if (added.length) {
        operations.push({ op: 'insert', after: there.length ? there[there.length - 1] : this.last(), rows: added });
      }
      this.grid.finish();
      this.rows.act(operations, 'paste');
    },

    takeBack: function (again) {
      if (!this.isOpen()) {
        return;
      }
      this.grid.finish();
      var step = again ? this.rows.redo() : this.rows.undo();
      if (!step) {
        this.tell(again ? 'nothingToRedo' : 'nothingToUndo');
        return;
      }
      this.tell(again ? 'redone' : 'undone', this.grid.words['name.' + step.name] || '');
      var first = (again ? step.redo : step.undo).find(function (operation) { return operation.op !== 'delete'; }) || {};
      var id = first.op === 'set' ? first.id : first.op === 'insert' ? first.rows[0].id : first.op === 'move' ? first.ids[0] : null;
      if (id) {
        this.goTo(id, first.cells && Object.keys(first.cells)[0]);
      }
    },

    // --- keys --------------------------------------------------------------------------------------------------------

    press: function (event) {
      if (event.target !== this.grid.host || event.isComposing) {
        return; // in the field of a cell or of a filter
      }
      var key = (event.ctrlKey || event.metaKey ? 'Ctrl+' : '') + (event.altKey ? 'Alt+' : '') + (event.shiftKey ? 'Shift+' : '')
        + (event.key.length === 1 ? event.key.toUpperCase() : event.key);
      var leaving = this.leaving;
      this.leaving = key === 'Escape' || (leaving && key === 'Shift');
      if (/Tab$/.test(key) && (leaving || !this.selection.tab(event.shiftKey))) {
        this.grid.letGo();
        return;
      }
      var isText = isWritten(event);
      if (/Tab$/.test(key) || this.go(key) || this.select(key) || this.does(key)) {
        event.preventDefault();
      } else if (isText || event.key === 'Dead' || event.key === 'Process') {
        this.begin();
        this.grid.edit('', isText ? event.key : ''); // which now has the focus: the key is written there
      }
    },

    /** Behind the last row, and where there is none yet, what is typed begins one. */
    begin: function () {
      if (this.selection.beyond || !this.rows.rows.length) {
        this.insert(false);
      }
    },

    go: function (key) {
      var selection = this.selection;
      var parts = /^(Ctrl\+)?(Shift\+)?(Arrow(?:Up|Down|Left|Right)|Home|End|PageUp|PageDown)$/.exec(key);
      if (!parts) {
        return false;
      }
      var extend = Boolean(parts[2]);
      var far = 1e6;
      var page = this.grid.page();
      var steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-page, 0], PageDown: [page, 0],
        Home: [parts[1] ? -far : 0, -far], End: [parts[1] ? far : 0, far] };
      var step = steps[parts[3]];
      selection[parts[1] && parts[3].indexOf('Arrow') === 0 ? 'jump' : 'step'](step[0], step[1], extend);
      return true;
    },

    select: function (key) {
      var spans = { 'Ctrl+ ': 'columns', 'Shift+ ': 'rows', 'Ctrl+A': 'all', 'Ctrl+Shift+ ': 'all' };
      if (key === 'Escape') {
        this.selection.set(this.selection.from);
        this.tell('leaving');
        return true;
      }
      if (spans[key]) {
        this.selection.set(this.selection.from, this.selection.to, spans[key]);
      }
      return Boolean(spans[key]);
    },

    does: function (key) {
      var actions = this;
      var keys = {
        'Enter': function () { actions.enter(); },
        'Shift+Enter': function () { actions.selection.enter(-1); },
        'F2': function () { actions.grid.edit(); },
        ' ': function () { actions.grid.edit(); },
        'Delete': function () { actions.empty(); },
        'Backspace': function () { actions.empty(); },
        'Ctrl+D': function () { actions.fillDown(); },
        'Ctrl+Z': function () { actions.takeBack(false); },
        'Ctrl+Y': function () { actions.takeBack(true); },
        'Ctrl+Shift+Z': function () { actions.takeBack(true); },
        'Ctrl+Enter': function () { actions.insert(false); },
        'Ctrl+Shift+Enter': function () { actions.insert(true); },
        'Alt+Shift+ArrowDown': function () { actions.duplicate(); },
        'Ctrl+Delete': function () { actions.remove(); },
        'Ctrl+-': function () { actions.remove(); },
        'Alt+ArrowUp': function () { actions.move(-1); },
        'Alt+ArrowDown': function () { actions.move(1); },
        'Alt+PageUp': function () { actions.move(-actions.grid.page()); },
        'Alt+PageDown': function () { actions.move(actions.grid.page()); },
        'Ctrl+F': function () { actions.ask('find'); },
        'Ctrl+S': function () { actions.ask('save'); }
      };
      if (keys[key]) {
        keys[key]();
      }
      return Boolean(keys[key]);
    }
  };

  /** Whether this key writes something: also with AltGr, which some systems tell as Ctrl and Alt, or with a Mac's Option. */
  function isWritten(event) {
    var isOneSign = event.key.length === 1 && event.key !== ' ';
    return isOneSign && (event.getModifierState('AltGraph')
      || (!event.ctrlKey && !event.metaKey && (!event.altKey || /[^a-z0-9]/i.test(event.key))));
  }

  /** A clipboard may hand out other line breaks than it was given. */
  function plain(text) {
    return text.replace(/\r\n/g, '\n').replace(/\n$/, '');
  }

  window.TableEditor.Actions = Actions;
}());
