/*
 * The editor of decision tables on our pages: a transport that talks to the servlet of the versions or of the drafts, files,
 * and what the rest of the page and the grid have to tell each other. The rest of the page asks the server, and the server
 * knows what is saved: so a button that says data-after-saving waits until the last change is, and one that says
 * data-when-shown is pressed once the table is there: what it asks for shall not keep the table waiting.
 */
(function () {
  'use strict';
  var FAULTS = 100; // that are listed
  var place = document.querySelector('[data-table-address]');
  var address = place.dataset.tableAddress;
  var guard = { 'X-Requested-With': 'orderfield' };
  var editor = null;
  var file = null; // that was refused

  /** Promises what the server says; no answer of it, and one that it asks to have again, is a broken promise. */
  function ask(path, how) {
    return fetch(path, Object.assign({ headers: guard }, how)).then(function (answer) {
      if (answer.status === 401) {
        location.assign('/login.xhtml?ended=true&next=' + encodeURIComponent(location.pathname + location.search));
      }
      if (answer.status === 401 || answer.status >= 500) {
        throw new Error(String(answer.status));
      }
      return answer.json();
    });
  }

  var transport = {
    load: function () {
      return ask(address).then(function (table) {
        if (table.refused) {
          var missing = place.querySelector('[data-table-missing]');
          missing.textContent = table.refused;
          missing.hidden = false;
          throw new Error(table.refused);
        }
        return table;
      });
    },
    check: function () {
      return ask(address + '/findings');
    },
    save: function (batch, outlives) {
      return ask(address, {
        method: 'POST',
        keepalive: outlives,
        headers: Object.assign({ 'Content-Type': 'application/json' }, guard),
        body: JSON.stringify(batch)
      });
    }
  };

  // --- what waits until all is saved ---------------------------------------------------------------------------------

  function whenSaved(then) {
    var state = place.querySelector('[data-part=state]');
    var watch = new MutationObserver(function () {
      if (state.dataset.state === 'saved') {
        watch.disconnect();
        then();
      } else if (state.dataset.state !== 'saving') {
        watch.disconnect(); // somebody has to decide first, or the server is away: the editor says so
      }
    });
    watch.observe(state, { attributes: true, attributeFilter: ['data-state'] });
    editor.saving.now();
  }

  document.addEventListener('click', function (event) {
    var button = event.target instanceof Element && event.target.closest('[data-after-saving]');
    if (button && editor && editor.saving.isUnsaved()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      whenSaved(function () { button.click(); });
    }
  }, true);

  // --- files ---------------------------------------------------------------------------------------------------------

  function deliver(chosen, keepErrors) {
    if (editor.saving.isUnsaved()) {
      whenSaved(take.bind(null, chosen, keepErrors));
    } else {
      take(chosen, keepErrors);
    }
  }

  function take(chosen, keepErrors) {
    var path = address + '/file?revision=' + editor.saving.revision + (keepErrors ? '&keepErrors=true' : '');
    return ask(path, { method: 'POST', headers: Object.assign({ 'Content-Type': 'application/octet-stream' }, guard), body: chosen })
      .then(function (answer) {
        var panel = place.querySelector('[data-file-problems]');
        panel.hidden = !answer.refused;
        place.querySelector('[data-file-warning]').hidden = true;
        if (answer.conflict) {
          editor.sayConflict(answer.conflict, deliver.bind(null, chosen, keepErrors));
          return null;
        }
        if (answer.refused) {
          file = chosen;
          refuse(panel, answer);
          return null;
        }
        return editor.again([], 'file').then(function () {
          var warning = place.querySelector('[data-file-warning]');
          editor.say(answer.taken);
          warning.querySelector('[data-taken]').textContent = answer.taken;
          warning.hidden = !answer.mostAreOthers;
          (answer.mostAreOthers ? warning : editor.grid.host).focus();
        });
      }, function () { window.Orderfield.complain(place.dataset.failed); });
  }

  function refuse(panel, answer) {
    var faults = answer.problems || [];
    panel.querySelector('[data-refused]').textContent = answer.refused;
    panel.querySelector('[data-keep-errors]').hidden = !answer.canKeepErrors; // a wrong form is never taken
    panel.querySelector('[data-faults]').replaceChildren.apply(panel.querySelector('[data-faults]'),
      faults.slice(0, FAULTS).map(function (fault) {
        var line = document.createElement('li');
        var where = !fault.row ? place.dataset.whole
          : (fault.column ? place.dataset.cell.replace('{0}', fault.column).replace('{1}', fault.row) : place.dataset.row.replace('{0}', fault.row));
        line.textContent = where + ': ' + fault.text;
        return line;
      }));
    panel.focus();
  }

  function choose() {
    var input = document.createElement('input');
    input.type = 'file';
    input.accept = '.csv,.xlsx,text/csv';
    input.hidden = true;
    input.addEventListener('cancel', function () { input.remove(); });
    input.addEventListener('change', function () {
      deliver(input.files[0], false);
      input.remove();
    });
    document.body.appendChild(input);
    input.click();
  }

  document.addEventListener('click', function (event) {
    var button = event.target instanceof Element && event.target.closest('[data-take-file], [data-keep-errors], [data-drop-file], [data-undo-file], [data-covered]');
    if (!button || !editor) {
      return;
    }
    if ('takeFile' in button.dataset) {
      choose();
    } else if ('keepErrors' in button.dataset) {
      take(file, true);
    } else if ('dropFile' in button.dataset) {
      button.closest('.note').hidden = true;
      file = null;
    } else if ('undoFile' in button.dataset) {
      editor.actions.takeBack(false);
      editor.grid.host.focus({ preventScroll: true });
    } else {
      window.showCovered([{ name: 'cell', value: button.dataset.covered }]);
    }
  });

  // --- what may stand in the facts of a trial or a test case -----------------------------------------------------------

  /** The same values as in the cells of the column of that name, of which the browser suggests those that fit. */
  document.addEventListener('focusin', function (event) {
    var name = event.target instanceof HTMLInputElement && event.target.closest('[id="trial"], [id="testCaseForm"]')
      ? event.target.id.split(':').pop() : '';
    var column = editor && name && editor.rows.offered.find(function (offered) { return offered.header === name; });
    if (column && column.values && column.values.length && !event.target.list) {
      event.target.setAttribute('list', choices(column).id);
    }
  });

  function choices(column) {
    var list = document.getElementById('values-' + column.header) || document.createElement('datalist');
    if (!list.id) {
      list.id = 'values-' + column.header;
      column.values.forEach(function (value) { list.appendChild(new Option('', value)); });
      document.body.appendChild(list);
    }
    return list;
  }

  /** Shows these rows alone: what the server tells of, its ids with commas between them. */
  window.TableEditor.light = function (ids) {
    if (editor && ids) {
      place.scrollIntoView({ block: 'start' });
      editor.highlight(ids.split(','), true);
    }
  };

  window.TableEditor.start(place.querySelector('[data-table-editor]'), transport).then(function (started) {
    editor = started;
    editor.rows.listeners.push(function () { // what the warning is of was taken back
      place.querySelector('[data-file-warning]').hidden = place.querySelector('[data-file-warning]').hidden
        || !editor.rows.done.some(function (step) { return step.name === 'file'; });
    });
    document.querySelectorAll('[data-when-shown]').forEach(function (button) { button.click(); }); // what needs the table to be there first
    var asked = editor.rows.rows[place.dataset.tableRow - 1]; // by its number: somebody came for this row
    if (asked) {
      window.TableEditor.light(asked.id);
    }
  }, function () {
    if (place.querySelector('[data-table-missing]').hidden) {
      window.Orderfield.complain(place.querySelector('template[data-words]').content.querySelector('[data-word=unreachable]').textContent);
    }
  });
}());
