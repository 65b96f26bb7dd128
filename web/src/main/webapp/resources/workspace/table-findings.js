/*
 * What the editor of a decision table says of what was found in it, cell by cell and in its list, and of what others did in
 * the same draft meanwhile. It is a part of the editor, which has the rest.
 */
(function () {
  'use strict';
  var LISTED = 200; // findings

  window.TableEditor.findings = {
    /** Shows what was found in what was loaded, or asks: for many rows that takes longer than to show them. */
    found: function (findings) {
      var editor = this;
      var revision = this.saving.revision;
      this.show(findings || []);
      if (!findings) {
        this.transport.check().then(function (answer) {
          if (answer.findings && editor.saving.revision === revision) { // else what was saved since has told
            editor.show(answer.findings);
          }
        }, function () {
          editor.tell('unreachable');
        });
      }
    },

    /** What others did; 'onTop' puts on top of it what they stand in the way of, if that isn't what was typed. */
    sayConflict: function (conflict, onTop) {
      this.onTop = onTop || null;
      this.part('conflictWho').textContent = conflict.refused
        || (conflict.by ? this.grid.said('conflictBy', conflict.by, conflict.at) : this.words.conflictBefore);
      this.part('differences').replaceChildren.apply(this.part('differences'), conflict.differences.map(function (difference) {
        var line = document.createElement('div');
        line.append(element('dt', difference.what), document.createElement('dd'));
        line.lastChild.append(element('del', difference.from || '–'), ' → ', element('ins', difference.to || '–'));
        return line;
      }));
      this.part('differencesMore').textContent = conflict.hidden ? this.grid.said('more', conflict.hidden) : '';
      this.part('conflict').hidden = false;
      this.part('conflict').focus();
    },

    show: function (findings) {
      var editor = this;
      var marks = new Map();
      findings = findings.filter(function (finding) { return !finding.id || editor.rows.place(finding.id) >= 0; })
        .sort(function (one, other) { return isError(other) - isError(one); }); // what has to be mended first
      this.findings = findings;
      findings.filter(function (finding) { return finding.id; }).forEach(function (finding) {
        var ofRow = marks.get(finding.id) || new Map();
        var key = finding.column || '';
        var before = ofRow.get(key);
        ofRow.set(key, {
          severity: before && isError(before) ? before.severity : finding.severity,
          text: (before ? before.text + '\n' : '') + finding.text
        });
        marks.set(finding.id, ofRow);
      });
      this.grid.marks = marks;
      this.grid.paint();
      this.part('errorCount').textContent = findings.filter(isError).length;
      this.part('findings').hidden = !findings.length;
      this.part('findingCount').textContent = findings.length;
      this.list(findings);
      this.sayWhere();
    },

    /** What is new first; what the version in force has, too, was answered for, and is folded. */
    list: function (findings) {
      var standing = findings.filter(function (finding) { return finding.known; });
      var news = findings.filter(function (finding) { return !finding.known; });
      this.part('news').textContent = standing.length ? this.grid.said('news', news.length, standing.length) : '';
      this.part('more').textContent = news.length > LISTED ? this.grid.said('more', news.length - LISTED) : '';
      this.part('list').replaceChildren.apply(this.part('list'), news.slice(0, LISTED).map(this.line, this));
      this.part('standing').hidden = !standing.length;
      this.part('standingCount').textContent = this.grid.said('standing', standing.length);
      this.part('standingList').replaceChildren.apply(this.part('standingList'), standing.slice(0, LISTED).map(this.line, this));
    },

    line: function (finding) {
      var line = this.section.querySelector('template[data-finding]').content.firstElementChild.cloneNode(true);
      var column = finding.column && this.grid.column(finding.column);
      line.classList.toggle('error', isError(finding));
      line.querySelector('[data-severity]').textContent = this.words[finding.severity];
      line.querySelector('[data-place]').textContent = !finding.id ? this.words.whole
        : column ? this.grid.said('cellAt', column.label, this.rows.place(finding.id) + 1)
          : this.grid.said('rowAt', this.rows.place(finding.id) + 1);
      line.querySelector('[data-text]').textContent = finding.text;
      var button = line.querySelector('button');
      var closing = !this.grid.readOnly && Boolean(finding.closing) && Object.keys(finding.closing).length > 0;
      line.querySelector('[data-close]').hidden = !closing;
      button.disabled = !finding.id && !closing;
      button.dataset.do = closing ? 'close' : 'jump';
      button.dataset.finding = this.findings.indexOf(finding);
      button.dataset.id = finding.id || '';
      button.dataset.column = finding.column || '';
      return line;
    }
  };

  function element(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function isError(finding) {
    return finding.severity === 'error';
  }

  window.TableEditor.isError = isError;
}());
