/*
 * A decision table on its page: the grid, its buttons, what was found in it, and whether it is saved. Whoever uses it gives
 * a transport, and that is all that it knows of a server:
 *
 *   load() → {revision, columns: [{header, label, kind, values?, result}], offered?: [more columns], rows: [{id, note, active,
 *     validFrom, validTo, cells: {header: text}}], findings: [{id, column, severity: 'error' | 'warning' | 'note', text,
 *     closing?: {header: text}, known?}], readOnly?}; 'closing' are the cells of a row that would mend it, 'known' is what the
 *     version that decides has, too
 *   check() → {findings}, if load() has none of them
 *   save({key, revision, operations}, outlives: whether it goes on when the page is left) → {revision, findings}, {conflict: {by, at, hidden, differences: [{what, from, to}]}} or {refused: text}
 *
 * All promise it; a broken promise is a line that was down, and tried again. Kinds are list, range, text, choice, date and flag.
 */
(function () {
  'use strict';
  var T = window.TableEditor;
  var MOST = 5000; // rows, as docs/decision-table.md says
  var NARROW = '(max-width: 820px)'; // where one reads

  function wordsOf(section) {
    var words = {};
    section.querySelector('template[data-words]').content.querySelectorAll('[data-word]').forEach(function (word) {
      words[word.dataset.word] = word.textContent;
    });
    return words;
  }

  function Editor(section, transport) {
    var editor = this;
    this.section = section;
    this.transport = transport;
    this.findings = [];
    this.words = wordsOf(section);
    this.rows = new T.Rows(function () { return crypto.randomUUID(); });
    this.grid = new T.Grid(this.part('grid'), this.rows, this.words, function () { editor.sayWhere(); });
    this.saving = new T.Saving(transport, this.sayState.bind(this));
    this.actions = new T.Actions(this.grid, this.tell.bind(this), MOST, function (what) { editor[what](); });
    this.isQuiet = false; // while rows change that the server knows of
    this.rows.listeners.push(function (operations) {
      editor.grid.refresh(operations);
      if (!editor.isQuiet) {
        editor.saving.add(operations);
      }
      editor.sayCount();
    });
    section.addEventListener('click', function (event) {
      var button = event.target instanceof Element && event.target.closest('[data-do]');
      if (button && !button.disabled) {
        editor.press(button);
      }
    });
    section.addEventListener('change', function (event) { editor.choose(event.target); });
    // before what is unsaved is looked at: what stands in the open cell was typed, too
    window.addEventListener('beforeunload', function () { editor.grid.finish(); }, true);
  }

  Editor.prototype = {
    part: function (name) {
      return this.section.querySelector('[data-part="' + name + '"]');
    },

    begin: function () {
      var editor = this;
      return this.saving.deliver().then(function () { return editor.transport.load(); }).then(function (table) {
        editor.grid.readOnly = Boolean(table.readOnly) || window.matchMedia(NARROW).matches;
        editor.section.classList.toggle('read-only', editor.grid.readOnly);
        editor.rows.load(table);
        return editor.grid.show().then(function () {
          editor.grid.table.on('rowMoved', function (row) { editor.dragged(row); });
          editor.grid.table.on('dataFiltered', function () { editor.sayCount(); });
          editor.grid.selection.set({ row: 0, column: editor.grid.keys.findIndex(function (key) { return !editor.grid.column(key).own; }) });
          editor.loaded(table);
        });
      });
    },

    loaded: function (table) {
      var kept = this.saving.kept();
      this.saving.begin(table.revision);
      this.found(table.findings);
      this.sayColumns();
      this.sayCount();
      this.section.dataset.ready = '';
      if (kept && kept.operations && !this.grid.readOnly) {
        if (kept.revision === table.revision) {
          this.rows.act(kept.operations, 'kept');
          this.tell('keptBack');
        } else { // it may have been saved, and the answer got lost
          this.saving.hold(kept.operations);
          this.sayState('conflict', { differences: [] });
        }
      }
    },

    /** The table as the server has it now, and on top of it what wasn't saved; with a name that is a step that is taken back. */
    again: function (mine, name) {
      var editor = this;
      return this.transport.load().then(function (table) {
        var before = editor.rows.state();
        editor.rows.load(table);
        if (name) {
          editor.rows.replaced(before, name);
        }
        editor.quietly(function () { editor.rows.apply([{ op: 'columns', columns: headers(table.columns) }]); });
        editor.part('conflict').hidden = true;
        editor.loadedAgain(table, mine);
      }, function () {
        editor.tell('unreachable');
      });
    },

    loadedAgain: function (table, mine) {
      this.saving.begin(table.revision);
      this.found(table.findings);
      this.sayColumns();
      if (mine.length) {
        var lost = mine.filter(function (change) { return change.op === 'set' && this.rows.place(change.id) < 0; }, this).length;
        this.rows.act(mine, 'kept');
        this.tell(lost ? 'onTopBut' : 'onTop', lost);
      } else {
        this.tell('theirs');
      }
    },

    quietly: function (what) {
      this.isQuiet = true;
      try {
        what();
      } finally {
        this.isQuiet = false;
      }
    },

    /** The grid has put a row elsewhere: so it is. */
    dragged: function (row) {
      var before = row.getPrevRow();
      this.actions.act([{ op: 'move', ids: [row.getData().id], after: before ? before.getData().id : null }], 'move');
      this.actions.goTo(row.getData().id);
    },

    // --- buttons -----------------------------------------------------------------------------------------------------

    press: function (button) {
      var editor = this;
      var actions = this.actions;
      var does = {
        insert: function () { actions.insert(false); },
        duplicate: function () { actions.duplicate(); },
        remove: function () { actions.remove(); },
        fill: function () { actions.fillDown(); },
        undo: function () { actions.takeBack(false); },
        redo: function () { actions.takeBack(true); },
        filters: function () { editor.toggleFilters(button); },
        errors: function () { editor.toggleErrors(button); },
        all: function () { editor.showAll(); },
        jump: function () { editor.jump(button.dataset.id, button.dataset.column); },
        close: function () { editor.close(editor.findings[button.dataset.finding].closing); },
        theirs: function () { editor.again([]); },
        onTop: function () { editor.again(editor.saving.unsaved()).then(editor.onTop); },
        dropColumn: function () { editor.dropColumn(button.dataset.column); }
      };
      does[button.dataset.do]();
      if (['filters', 'theirs', 'onTop', 'dropColumn'].indexOf(button.dataset.do) < 0) {
        this.grid.host.focus({ preventScroll: true });
      }
    },

    toggleFilters: function (button) {
      var shown = this.section.classList.toggle('filtering');
      button.setAttribute('aria-expanded', String(shown));
      if (shown) {
        this.section.querySelector('.tabulator-header-filter input').focus();
      } else {
        this.grid.table.clearHeaderFilter();
      }
      this.grid.table.redraw();
    },

    /** What the browser finds is only what is drawn: the filter of the column looks through all rows. */
    find: function () {
      var field = this.grid.fields[this.grid.selection.from.column];
      if (!this.section.classList.contains('filtering')) {
        this.toggleFilters(this.section.querySelector('[data-do=filters]'));
      }
      this.section.querySelector('.tabulator-col[tabulator-field="' + CSS.escape(field) + '"] input').focus();
    },

    /** It does so by itself; whoever asks for it need not wait. */
    save: function () {
      this.saving.now();
    },

    /** The rows that have errors now: one that is mended stays until this is pressed again. */
    toggleErrors: function () {
      var isOn = this.part('errors').getAttribute('aria-pressed') === 'true';
      this.narrow(isOn ? null : this.findings.filter(T.isError).map(function (finding) { return finding.id; }), isOn ? null : 'errors');
    },

    narrow: function (ids, why) {
      this.part('errors').setAttribute('aria-pressed', String(why === 'errors'));
      this.grid.narrow(ids);
      this.part('all').hidden = why !== 'lit';
      this.sayCount();
    },

    showAll: function () {
      this.grid.lit = new Set();
      this.grid.table.clearHeaderFilter();
      this.narrow(null);
    },

    /** Rows to look at, such as those of a cell of the coverage: marked, and the others put away if wanted. */
    highlight: function (ids, only) {
      this.grid.lit = new Set(ids);
      this.narrow(only ? ids : null, 'lit');
      this.part('all').hidden = !ids.length;
      if (ids.length) {
        this.jump(ids[0]);
      }
      this.tell('lit', ids.length);
    },

    jump: function (id, column) {
      if (this.grid.place(id) < 0) {
        this.showAll();
      }
      if (column && this.grid.hidden.has(column)) {
        this.hide(column, false);
      }
      this.actions.goTo(id, column);
      this.grid.host.focus({ preventScroll: true });
    },

    /** Puts the row at the end that would mend something, for its author to complete. */
    close: function (cells) {
      var row = this.rows.filled(cells);
      var last = this.rows.rows[this.rows.rows.length - 1];
      if (this.actions.hasRoom(1)) {
        this.showAll();
        this.actions.act([{ op: 'insert', after: last ? last.id : null, rows: [row] }], 'insert', 1);
        this.actions.goTo(row.id);
      }
    },

    // --- columns -----------------------------------------------------------------------------------------------------

    choose: function (field) {
      if (field.dataset.show) {
        this.hide(field.dataset.show, !field.checked);
      } else if (field.dataset.part === 'offered' && field.value) {
        var at = this.rows.columns.findIndex(function (column) { return column.result; });
        var columns = headers(this.rows.columns);
        columns.splice(at < 0 ? columns.length : at, 0, field.value);
        this.actions.act([{ op: 'columns', columns: columns }], 'columns');
        this.sayColumns();
      }
    },

    dropColumn: function (header) {
      var left = headers(this.rows.columns).filter(function (column) { return column !== header; });
      this.actions.act([{ op: 'columns', columns: left }], 'columns');
      this.sayColumns();
    },

    hide: function (header, isHidden) {
      this.grid.hide(header, isHidden);
      this.sayColumns();
    },

    sayColumns: function () {
      var editor = this;
      this.part('columns').replaceChildren.apply(this.part('columns'), this.grid.columns().map(function (column) {
        var line = editor.section.querySelector('template[data-column]').content.firstElementChild.cloneNode(true);
        var box = line.querySelector('input');
        var drop = line.querySelector('button');
        box.dataset.show = column.header;
        box.checked = !editor.grid.hidden.has(column.header);
        line.querySelector('span').textContent = column.label;
        drop.dataset.column = column.header;
        drop.setAttribute('aria-label', editor.grid.said('dropColumn', column.label));
        drop.hidden = Boolean(column.own || column.result || editor.grid.readOnly);
        return line;
      }));
      var there = headers(this.rows.columns);
      var choice = this.part('offered');
      choice.replaceChildren(choice.options[0]);
      this.rows.offered.filter(function (column) { return there.indexOf(column.header) < 0; }).forEach(function (column) {
        choice.add(new Option(column.label, column.header));
      });
      choice.value = '';
    },

    // --- what the page says ------------------------------------------------------------------------------------------

    tell: function (word) {
      this.say(this.grid.said.apply(this.grid, arguments));
    },

    say: function (text) {
      this.part('told').textContent = text;
    },

    sayWhere: function () {
      var grid = this.grid;
      var id = grid.ids[grid.selection.from.row];
      var key = grid.keys[grid.selection.from.column];
      var mark = id && grid.marks.get(id) && grid.marks.get(id).get(key);
      this.part('where').textContent = !id ? '' : grid.selection.beyond ? grid.said('beyond', grid.column(key).label)
        : grid.said('cellAt', grid.column(key).label, this.rows.place(id) + 1);
      this.part('fault').textContent = mark ? mark.text : '';
    },

    sayCount: function () {
      var all = this.rows.rows.length;
      var shown = this.grid.ids.length;
      this.part('count').textContent = shown === all ? this.grid.said('count', all.toLocaleString())
        : this.grid.said('countOf', shown.toLocaleString(), all.toLocaleString());
      this.part('empty').hidden = all > 0;
      this.part('none').hidden = all === 0 || shown > 0;
      this.section.querySelectorAll('[data-do=undo]').forEach(function (button) { button.disabled = !this.rows.done.length; }, this);
      this.section.querySelectorAll('[data-do=redo]').forEach(function (button) { button.disabled = !this.rows.undone.length; }, this);
    },

    sayState: function (state, more) {
      var sign = this.part('state');
      sign.textContent = this.grid.readOnly ? this.words.readOnly : this.words[state];
      sign.classList.toggle('off', state !== 'saved' && state !== 'saving');
      sign.dataset.state = state;
      if (state === 'conflict') {
        this.sayConflict(more);
      } else if (state === 'refused') {
        this.sayConflict({ refused: more, differences: [] });
      } else if (more) {
        this.show(more);
      }
    }
  };

  Object.assign(Editor.prototype, T.findings);

  function headers(columns) {
    return columns.map(function (column) { return column.header; });
  }

  /** Shows a table in this part of the page and promises its editor, which has highlight(ids, only). */
  T.start = function (section, transport) {
    var editor = new Editor(section, transport);
    return editor.begin().then(function () { return editor; });
  };
}());
