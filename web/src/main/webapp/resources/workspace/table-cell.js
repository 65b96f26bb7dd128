/*
 * The field in which a cell is written, with what the catalog offers for it. In a list the value at the cursor is
 * completed. Tabulator's own list editor knows no lists of values within one cell, and shows its choices as HTML.
 */
(function () {
  'use strict';
  var LONGEST = 1000; // characters of a cell, as docs/decision-table.md says
  var SHOWN = 40; // suggestions at a time
  var LISTS = ['list', 'range'];
  var count = 0;

  /** The value of a list that lies at this place: {from, to, text}. */
  function valueAt(text, at) {
    var from = Math.max(text.lastIndexOf(',', at - 1), text.lastIndexOf('(', at - 1)) + 1;
    var to = text.slice(at).search(/[,)]/);
    to = to < 0 ? text.length : at + to;
    from += text.slice(from, to).search(/\S|$/);
    return { from: from, to: Math.max(from, to), text: text.slice(from, Math.max(from, to)).trim() };
  }

  function whole(text) {
    return { from: 0, to: text.length, text: text.trim() };
  }

  function matches(values, wanted) {
    var low = wanted.toLowerCase();
    var found = values.filter(function (value) { return value.toLowerCase().indexOf(low) >= 0; });
    return found.filter(function (value) { return value.toLowerCase().indexOf(low) === 0; })
      .concat(found.filter(function (value) { return value.toLowerCase().indexOf(low) > 0; }));
  }

  /**
   * Makes the field for a cell of this column. It ends with done(text, key), the key being the one that ended it or null,
   * or with givenUp(). One that typing has opened is left by the arrows, as in a spreadsheet, until F2 or the mouse says that
   * one wants to move within it.
   */
  function Field(column, text, label, isTyped, done, givenUp) {
    var field = this;
    this.values = column.values || [];
    this.isList = LISTS.indexOf(column.kind) >= 0;
    this.isTyped = isTyped;
    this.done = done;
    this.givenUp = givenUp;
    this.at = -1;
    this.follow = this.lay.bind(this); // the choices stay beside the field when something is scrolled
    this.input = document.createElement('input');
    this.input.type = 'text';
    this.input.className = 'cell-input';
    this.input.value = text;
    this.input.maxLength = LONGEST;
    this.input.autocomplete = 'off';
    this.input.spellcheck = false;
    this.input.setAttribute('aria-label', label);
    if (column.kind === 'date') {
      this.input.placeholder = 'YYYY-MM-DD';
    }
    this.list = document.createElement('ul');
    this.list.className = 'cell-choices';
    this.list.id = 'cell-choices-' + (++count);
    this.list.hidden = true;
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', label);
    if (this.values.length) {
      this.input.setAttribute('role', 'combobox');
      this.input.setAttribute('aria-autocomplete', 'list');
      this.input.setAttribute('aria-expanded', 'false');
      this.input.setAttribute('aria-controls', this.list.id);
    }
    this.input.addEventListener('input', function () { field.suggest(); });
    this.input.addEventListener('keydown', function (event) { field.press(event); });
    this.input.addEventListener('mousedown', function () { field.isTyped = false; });
    this.input.addEventListener('blur', function () {
      window.queueMicrotask(function () { // a cell that is drawn anew has taken it out of the page, and gets it back
        if (field.input.isConnected && document.activeElement !== field.input) {
          field.end(null);
        }
      });
    });
    this.list.addEventListener('mousedown', function (event) {
      event.preventDefault(); // the field keeps the focus
      var option = event.target.closest('[role=option]');
      if (option) {
        field.take(option.textContent);
        field.endUnlessList(null);
      }
    });
  }

  Field.prototype = {
    /** Begins in this element, with all that the catalog has. */
    begin: function (element) {
      document.body.appendChild(this.list);
      document.addEventListener('scroll', this.follow, true);
      this.input.setSelectionRange(this.input.value.length, this.input.value.length);
      this.sit(element);
      this.suggest(true);
    },

    /** Goes on in this element, where the cell was drawn anew. */
    sit: function (element) {
      var from = this.input.selectionStart;
      var to = this.input.selectionEnd;
      element.appendChild(this.input);
      this.input.focus({ preventScroll: true });
      this.input.setSelectionRange(from, to);
      this.lay();
    },

    part: function () {
      return this.isList ? valueAt(this.input.value, this.input.selectionStart) : whole(this.input.value);
    },

    suggest: function (all) {
      var wanted = all ? '' : this.part().text;
      var found = matches(this.values, wanted).slice(0, SHOWN);
      this.at = -1;
      if (found.length === 1 && found[0] === wanted) {
        found = [];
      }
      this.list.replaceChildren.apply(this.list, found.map(function (value, at) {
        var option = document.createElement('li');
        option.id = this.list.id + '-' + at;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.textContent = value;
        return option;
      }, this));
      this.list.hidden = !found.length;
      this.mark();
      this.lay();
    },

    lay: function () {
      var box = this.input.getBoundingClientRect();
      var below = window.innerHeight - box.bottom;
      this.list.style.left = Math.max(8, Math.min(box.left, window.innerWidth - this.list.offsetWidth - 8)) + 'px';
      this.list.style.minWidth = box.width + 'px';
      this.list.style.top = below > this.list.offsetHeight + 8 ? box.bottom + 2 + 'px' : box.top - this.list.offsetHeight - 2 + 'px';
    },

    mark: function () {
      var options = this.list.children;
      Array.from(options).forEach(function (option, at) { option.setAttribute('aria-selected', String(at === this.at)); }, this);
      if (this.at >= 0) {
        options[this.at].scrollIntoView({ block: 'nearest' });
        this.input.setAttribute('aria-activedescendant', options[this.at].id);
      } else {
        this.input.removeAttribute('aria-activedescendant');
      }
      if (this.values.length) {
        this.input.setAttribute('aria-expanded', String(!this.list.hidden));
      }
    },

    /** In a list the others stay, and one goes on behind it. */
    take: function (value) {
      var part = this.part();
      var text = this.input.value;
      this.input.value = text.slice(0, part.from) + value + text.slice(part.to);
      this.input.setSelectionRange(part.from + value.length, part.from + value.length);
      this.list.hidden = true;
      this.at = -1;
      this.mark();
    },

    endUnlessList: function (key) {
      if (!this.isList) {
        this.end(key);
      }
    },

    press: function (event) {
      event.stopPropagation(); // the keys of the grid are others
      var options = this.list.hidden ? 0 : this.list.children.length;
      if (event.isComposing) {
        return;
      }
      if (event.key === 'Escape') {
        event.preventDefault();
        this.close();
        this.givenUp();
      } else if (options && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        event.preventDefault();
        this.at = (this.at + (event.key === 'ArrowDown' ? 1 : this.at < 0 ? 0 : -1) + options) % options;
        this.mark();
      } else if (event.key === 'Enter' && this.at >= 0) {
        event.preventDefault();
        this.take(this.list.children[this.at].textContent);
        this.endUnlessList('Enter');
      } else if (event.key === 'Enter' || event.key === 'Tab') {
        event.preventDefault();
        if (this.at >= 0) {
          this.take(this.list.children[this.at].textContent);
        }
        this.end((event.shiftKey ? 'Shift+' : '') + event.key);
      } else if (event.key === 'F2') {
        this.isTyped = !this.isTyped;
      } else if (this.isLeftBy(event)) {
        event.preventDefault();
        this.end(event.key);
      }
    },

    /** Up and down lead nowhere within one line. */
    isLeftBy: function (event) {
      var isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
      return isPlain && (/^Arrow(Up|Down)$/.test(event.key) || (this.isTyped && /^Arrow(Left|Right)$/.test(event.key)));
    },

    end: function (key) {
      if (!this.closed) {
        this.close();
        this.done(this.input.value.trim(), key);
      }
    },

    close: function () {
      this.closed = true;
      this.list.remove();
      document.removeEventListener('scroll', this.follow, true);
    }
  };

  window.TableEditor.Field = Field;
}());
