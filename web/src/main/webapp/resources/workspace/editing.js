/*
 * What a person is writing or pressing is left alone. An answer that the person didn't ask for changes nothing of that:
 * that part of it is put aside and asked for anew when the editing is over. An answer to the person's own action keeps
 * what was typed since that was sent.
 */
(function () {
  'use strict';
  var PAUSE = 1000; // who types on within this time, in milliseconds, is still at it
  var CLICK = 100; // a touch that has ended becomes a click within this time, in milliseconds
  var PRESS = 10000; // who presses longer, in milliseconds, has let go without the page being told
  var FIELDS = 'input:not([type=hidden]):not([type=button]):not([type=submit]), textarea, select';
  var BUTTONS = 'button, a, summary';
  var TRIES = 20; // a button that is disabled longer, in tenths of a second, gets no focus back
  // an older browser doesn't say which one shows its choices
  var OPEN = window.CSS && CSS.supports('selector(:open)') ? 'select:open' : 'select:focus';

  var known = new WeakMap(); // what the server was told of a field since it was rendered
  var putAside = new Set(); // ids of what was not shown
  var typedAt = 0;
  var choosing = null; // the field for which a file is being chosen
  var asking = null; // what is done when the answer is shown, while the page asks by itself
  var pressed = null; // what a pointer or a key is down on: the click comes when it is up
  var letGo = null;
  var clicked = null; // the last button outside of dialogs: it loses focus, to what is around it, while its request is on its way

  function now(field) {
    if (field.type === 'checkbox' || field.type === 'radio') {
      return String(field.checked);
    }
    if (field.type === 'file') {
      return Array.from(field.files, function (file) { return file.name; }).join('\n');
    }
    return field instanceof HTMLSelectElement ? chosen(field, 'selected') : field.value;
  }

  function rendered(field) {
    if (field.type === 'checkbox' || field.type === 'radio') {
      return String(field.defaultChecked);
    }
    if (field instanceof HTMLSelectElement) {
      return chosen(field, 'defaultSelected') || (field.multiple || !field.options.length ? '' : '0');
    }
    // a text area counts line ends as it holds them
    return field.type === 'file' ? '' : field.defaultValue.replace(/\r\n?/g, '\n');
  }

  function chosen(select, how) {
    return Array.from(select.options)
      .map(function (option, at) { return option[how] ? at : ''; })
      .filter(function (at) { return at !== ''; })
      .join();
  }

  function isUnsaved(field) {
    return now(field) !== (known.has(field) ? known.get(field) : rendered(field));
  }

  function isAt(field) {
    return field === choosing || field.matches(OPEN) || (field === document.activeElement && Date.now() - typedAt < PAUSE);
  }

  function fieldsIn(part) {
    return Array.from(part.querySelectorAll(FIELDS)).concat(part.matches(FIELDS) ? [part] : []);
  }

  function openDialog() {
    return Array.from(document.querySelectorAll('.ui-dialog')).find(function (dialog) {
      return dialog.getClientRects().length > 0;
    });
  }

  function isEdited(part) {
    var dialog = openDialog();
    return (dialog && (dialog.contains(part) || part.contains(dialog)))
      || part.contains(pressed)
      || fieldsIn(part).some(function (field) { return isUnsaved(field) || isAt(field); });
  }

  /** Whether what is new has to wait: an open dialog has the person's attention, and so has a press and what was put aside. */
  function isBusy() {
    putAside.forEach(function (id) {
      var part = document.getElementById(id);
      if (!part || !isEdited(part)) {
        putAside.delete(id);
      }
    });
    return pressed !== null || putAside.size > 0 || Boolean(openDialog());
  }

  // --- answers -------------------------------------------------------------------------------------------------------

  function isPoll(source) {
    return Object.values(PrimeFaces.widgets).some(function (widget) {
      return PrimeFaces.widget.Poll && widget instanceof PrimeFaces.widget.Poll && widget.id === source;
    });
  }

  function all() {
    return new Map(fieldsIn(document.body).map(function (field) { return [field, now(field)]; }));
  }

  function updatesOf(answer) {
    return Array.from(answer.getElementsByTagName('update')).map(function (update) {
      return { node: update, part: document.getElementById(update.getAttribute('id')) };
    }).filter(function (update) { return update.part; });
  }

  function putEditedAside(answer) {
    updatesOf(answer).filter(function (update) { return isEdited(update.part); }).forEach(function (update) {
      putAside.add(update.part.id);
      update.node.remove();
      window.Orderfield.changed();
    });
  }

  /**
   * What an answer must not take away: what was typed since it was asked for, what stands unsent in another form, and
   * what no form sends: it narrows a list in the browser.
   */
  function kept(answer, request, processed) {
    var form = formOf(request);
    return updatesOf(answer).flatMap(function (update) { return fieldsIn(update.part); })
      .filter(function (field) { return field.id; })
      .map(function (field) {
        var sent = request.sent.has(field) ? request.sent.get(field) : now(field);
        var foreign = field.name ? field.form !== form && isUnsaved(field) : field.type !== 'file';
        var typed = now(field) !== sent || (foreign && field.getClientRects().length > 0);
        return remember(field, isIn(processed, field) ? sent : '', typed);
      })
      .filter(function (field) { return field.typed || field.focused; });
  }

  function isIn(parts, field) {
    return parts.some(function (part) { return part.contains(field); });
  }

  function formOf(request) {
    var source = typeof request.source === 'string' ? document.getElementById(request.source) : request.source;
    return source && source.closest ? source.closest('form') : null;
  }

  function remember(field, sent, typed) {
    var focused = field === document.activeElement;
    return {
      id: field.id, field: field, sent: sent, typed: typed, focused: focused,
      from: focused && caret(field) ? field.selectionStart : null,
      to: focused && caret(field) ? field.selectionEnd : null
    };
  }

  function caret(field) {
    return field instanceof HTMLTextAreaElement || /^(text|search|tel|url|password)$/.test(field.type);
  }

  function giveBack(old) {
    var field = document.getElementById(old.id);
    if (!field || field === old.field || field.type !== old.field.type) {
      return;
    }
    var gone = 0;
    if (old.typed) {
      gone = take(field, old);
      if (!field.name) {
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }
    if (old.focused) {
      field.focus({ preventScroll: true });
      if (old.from !== null) {
        field.setSelectionRange(Math.max(0, old.from - gone), Math.max(0, old.to - gone));
      }
    }
  }

  /** Answers how many characters at the beginning were sent and are done with. */
  function take(field, old) {
    if (field.type === 'checkbox' || field.type === 'radio') {
      field.checked = old.field.checked;
    } else if (field.type === 'file') {
      field.files = old.field.files;
    } else if (field instanceof HTMLSelectElement) {
      Array.from(field.options).forEach(function (option) {
        option.selected = Array.from(old.field.selectedOptions).some(function (o) { return o.value === option.value; });
      });
    } else {
      // a note that was sent is empty now: what was typed after it is the beginning of the next
      var done = field.value === '' && old.field.value.startsWith(old.sent) ? old.sent.length : 0;
      field.value = old.field.value.slice(done);
      return done;
    }
    return 0;
  }

  function processedBy(settings) {
    return (new URLSearchParams(String(settings.data)).get('jakarta.faces.partial.execute') || '').split(' ')
      .map(function (id) { return document.getElementById(id); })
      .filter(Boolean);
  }

  /** What was processed the server knows, although it wasn't rendered anew: the text of a filter. */
  function learn(request, processed) {
    processed.flatMap(fieldsIn).filter(function (field) { return request.sent.has(field); }).forEach(function (field) {
      known.set(field, request.sent.get(field));
    });
  }

  function watchAnswers(ajax) {
    var handle = ajax.Request.handle;
    var send = ajax.Request.send;
    var show = ajax.Response.handle;
    ajax.Request.handle = function (request, more) {
      request.live = asking !== null || isPoll(request.source);
      if (asking) {
        request.oncomplete = asking;
      }
      return handle.call(this, request, more);
    };
    ajax.Request.send = function (request) {
      request.sent = all();
      return send.call(this, request);
    };
    ajax.Response.handle = function (answer, status, xhr, shown) {
      var request = ajax.Queue.peek();
      if (!answer || !request || !request.sent || !xhr || xhr.pfSettings.source !== request.source) {
        return show.call(this, answer, status, xhr, shown);
      }
      if (request.live) {
        putEditedAside(answer);
      }
      var processed = processedBy(xhr.pfSettings);
      var fields = kept(answer, request, processed);
      var done = show.call(this, answer, status, xhr, shown);
      fields.forEach(giveBack);
      learn(request, processed);
      return done;
    };
  }

  // --- focus ---------------------------------------------------------------------------------------------------------

  function isWriting(within) {
    var field = document.activeElement;
    return field && field.matches(FIELDS) && within.contains(field);
  }

  /** The element, or what it was rendered anew as. */
  function anew(element) {
    return element && !element.isConnected && element.id ? document.getElementById(element.id) : element;
  }

  function focusWhenEnabled(element, isWanted, tries) {
    var now = anew(element);
    if (now && isWanted()) {
      now.focus({ preventScroll: true });
      if (now.disabled && tries > 0) { // its request is hardly over
        PrimeFaces.queueTask(function () { focusWhenEnabled(now, isWanted, tries - 1); }, 100);
      }
    }
  }

  // A dialog gives focus some time after it has opened or closed: who is writing by then goes on where that began.
  function leaveCursor(faces) {
    var focus = faces.focusElement;
    faces.focusElement = function (field) {
      var dialog = field && field.closest('.ui-dialog')[0];
      if (!dialog || !isWriting(dialog)) {
        focus.call(this, field);
      }
    };
    if (faces.widget.Dialog) {
      faces.widget.Dialog.prototype.returnFocus = function () { // it was closed: what was said in it is over
        this.jq.find('.notice').remove();
        var last = clicked;
        var before = anew(this.focusedElementBeforeDialogOpened);
        var opener = anew(last);
        var element = opener && (!before || before.contains(opener)) ? opener : before;
        faces.queueTask(function () {
          focusWhenEnabled(element, function () {
            return clicked === last && !openDialog() && !isWriting(document.body);
          }, TRIES);
        }, 100);
      };
    }
  }

  // --- presses -------------------------------------------------------------------------------------------------------

  // A button that is rendered anew between the two halves of a click is not clicked.
  function press(event) {
    var isButton = event.type === 'keydown' ? event.key === ' ' || event.key === 'Enter' : event.button === 0;
    if (isButton && !(event.target instanceof HTMLSelectElement)) { // its choices take the second half for themselves
      pressed = event.target;
      letGoIn(PRESS);
    }
  }

  function letGoIn(time) {
    window.clearTimeout(letGo);
    letGo = window.setTimeout(release, time);
  }

  function release() {
    window.clearTimeout(letGo);
    pressed = null;
  }

  ['pointerdown', 'keydown'].forEach(function (down) { document.addEventListener(down, press, true); });
  ['pointerup', 'keyup'].forEach(function (up) { document.addEventListener(up, function () { letGoIn(CLICK); }, true); });
  ['click', 'pointercancel', 'contextmenu'].forEach(function (end) { document.addEventListener(end, release, true); });
  window.addEventListener('blur', release);

  document.addEventListener('input', function () { typedAt = Date.now(); }, true);
  document.addEventListener('click', function (event) {
    var button = event.target instanceof Element ? event.target.closest(BUTTONS) : null;
    if (button && !button.closest('.ui-dialog')) {
      clicked = button;
    }
    choosing = event.target instanceof HTMLInputElement && event.target.type === 'file' ? event.target : null;
  }, true);
  ['change', 'cancel'].forEach(function (end) {
    document.addEventListener(end, function (event) {
      if (event.target === choosing) {
        choosing = null;
      }
    });
  });

  document.addEventListener('DOMContentLoaded', function () {
    if (window.PrimeFaces) {
      watchAnswers(PrimeFaces.ajax);
      leaveCursor(PrimeFaces);
    }
  });

  window.Editing = {
    isBusy: isBusy,
    /** Asks the server for what is new: nobody here asked for the answer. Then does the second, answered or not. */
    ask: function (question, then) {
      asking = then;
      try {
        question();
      } finally {
        asking = null;
      }
    }
  };
}());
