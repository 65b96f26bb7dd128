/*
 * A request of one's own that gets no answer leaves the page as it was: its button works again, an open dialog stays with
 * what is in it, and the person is told. What the page asks for by itself is asked for again at another time.
 */
(function () {
  'use strict';
  var PATIENCE = 120000; // milliseconds; a line can be dead without anybody saying so

  var unanswered = new Set(); // ids of what sent the last request in vain

  function isAnswer(answer) {
    var root = answer && answer.documentElement;
    return Boolean(root) && root.nodeName === 'partial-response'
      && !Array.from(root.children).some(function (part) { return part.nodeName === 'error'; });
  }

  function release(source) {
    Object.values(PrimeFaces.widgets).filter(function (widget) { return widget.id === source; }).forEach(function (widget) {
      if (widget.endAjaxDisabled) { // a link
        widget.endAjaxDisabled(widget);
      } else if (widget instanceof PrimeFaces.widget.CommandButton) {
        PrimeFaces.buttonEndAjaxDisabled(widget, widget.jq);
      }
    });
  }

  function tell(xhr) {
    var words = document.body.dataset;
    var seconds = xhr.status === 429 && xhr.getResponseHeader('Retry-After');
    var text = xhr.status !== 429 ? words.unanswered
      : seconds ? words.tooManyFor.replace('{0}', seconds) : words.tooMany;
    hush();
    window.Orderfield.complain(window.Typed.any() ? text + ' ' + words.typed : text).dataset.test = 'unanswered';
  }

  function hush() {
    document.querySelectorAll('.notice[data-test=unanswered]').forEach(function (notice) { notice.remove(); });
  }

  function fail(request, xhr, why) {
    var source = PrimeFaces.ajax.Utils.getSourceId(request);
    request.failed = true;
    release(source);
    if (!request.live && why !== 'abort') { // the browser aborts when the page is left
      unanswered.add(source);
      tell(xhr);
    }
  }

  /** What a page does when a request is complete reads the answer, and closes or opens a dialog. */
  function completeWhenAnswered(request, handlers) {
    var complete = handlers.oncomplete;
    if (complete) {
      handlers.oncomplete = function () { return request.failed ? undefined : complete.apply(this, arguments); };
    }
    return handlers;
  }

  function watch(request) {
    var error = request.onerror;
    var success = request.onsuccess;
    request.failed = false;
    request.timeout = request.timeout || PATIENCE;
    request.onerror = function (xhr, why) {
      fail(request, xhr, why);
      return error && error.apply(this, arguments);
    };
    request.onsuccess = function (answer, status, xhr) {
      if (!isAnswer(answer)) {
        fail(request, xhr, status);
        return true; // there is nothing to show
      }
      if (!request.live) {
        hush();
      }
      unanswered.delete(PrimeFaces.ajax.Utils.getSourceId(request));
      return success && success.apply(this, arguments);
    };
    completeWhenAnswered(request, request);
  }

  document.addEventListener('DOMContentLoaded', function () {
    if (window.PrimeFaces) {
      var handle = PrimeFaces.ajax.Request.handle;
      PrimeFaces.ajax.Request.handle = function (request, more) {
        watch(request);
        return handle.call(this, request, more && completeWhenAnswered(request, Object.assign({}, more)));
      };
    }
  });

  window.Unanswered = {
    /** Whether something that was sent from this page waits for being sent again. */
    any: function () { return unanswered.size > 0; }
  };
}());

/*
 * What somebody has typed or chosen outlives the session. A page that is left puts what was typed and not sent into the storage of
 * its tab. The next page of the workspace throws that away, unless the way there led over the login page or an error page,
 * or the server had left a request unanswered: then the text is put back, for the same user on the same page. Never
 * passwords or files; signing out clears it in all tabs.
 */
(function () {
  'use strict';
  var TYPED = 'orderfield-typed:';
  var USER = 'orderfield-user';
  var OUT = 'orderfield-signed-out';
  var LEFT = 'orderfield-left'; // address of the page of the workspace that this tab showed last
  var SAID = 'orderfield-said'; // what that page is to say when it is open anew
  var FIELDS = 'textarea, input[type=text], input:not([type]), input[type=number], input[type=date], input[type=email], '
    + 'input[type=tel], input[type=url], input[type=time], input[type=datetime-local], select:not([multiple])';
  var EXCEPT = '.filter, .bar select, [autocomplete$=password], [autocomplete=username]';
  var loaded = Date.now();
  var here = location.pathname + location.search;
  var user = null;
  var waiting = {}; // what is to be put back, by the field's id

  function isKept(field) {
    return field.id && field.matches(FIELDS) && !field.matches(EXCEPT);
  }

  function isChoice(field) {
    return field instanceof HTMLSelectElement;
  }

  function offers(choice, value) {
    return Array.from(choice.options).some(function (option) { return option.value === value; });
  }

  /** What the page came with. */
  function original(field) {
    if (!isChoice(field)) {
      return field.defaultValue;
    }
    var options = Array.from(field.options);
    var first = options.find(function (option) { return option.defaultSelected; }) || options[0];
    return first ? first.value : '';
  }

  function read(key) {
    try {
      return JSON.parse(sessionStorage.getItem(key)) || {};
    } catch (e) {
      return {};
    }
  }

  function set(key, text) {
    try {
      sessionStorage.setItem(key, text);
    } catch (e) {
      // no room, or no storage: then it is as it was without
    }
  }

  function write(key, pages) {
    if (Object.keys(pages).length) {
      set(key, JSON.stringify(pages));
    } else {
      sessionStorage.removeItem(key);
    }
  }

  function keys() {
    return Object.keys(sessionStorage).filter(function (key) { return key.indexOf(TYPED) === 0; });
  }

  function clear() {
    keys().forEach(function (key) { sessionStorage.removeItem(key); });
  }

  function signedOutAt() {
    return Number(localStorage.getItem(OUT) || 0);
  }

  function isTyped(field) {
    return isKept(field) && field.value !== original(field);
  }

  function leave() {
    if (user === null) {
      return;
    }
    set(LEFT, location.origin + here);
    if (signedOutAt() >= loaded) {
      clear();
      return;
    }
    var fields = Object.assign({}, waiting);
    var ended = window.Unanswered.any();
    document.querySelectorAll(FIELDS).forEach(function (field) {
      if (isTyped(field)) {
        fields[field.id] = { value: field.value, ended: ended, at: Date.now() };
      }
    });
    var pages = read(TYPED + user);
    delete pages[here];
    if (Object.keys(fields).length) {
      pages[here] = fields;
    }
    write(TYPED + user, pages);
  }

  /** Goes through all that is kept under a key; what the visitor says no to is dropped. */
  function sift(key, keep) {
    var pages = read(key);
    Object.keys(pages).forEach(function (page) {
      Object.keys(pages[page]).forEach(function (id) {
        if (!keep(pages[page][id])) {
          delete pages[page][id];
        }
      });
      if (!Object.keys(pages[page]).length) {
        delete pages[page];
      }
    });
    write(key, pages);
    return pages;
  }

  function sign(field, value, filled) {
    var note = document.getElementById('kept').content.firstElementChild.cloneNode(true);
    note.querySelector(filled ? '[data-kept-offer]' : '[data-kept-filled]').remove();
    note.querySelector('[data-kept-use]').hidden = filled;
    note.querySelector('[data-kept-use]').addEventListener('click', function () {
      put(field, value);
      note.remove();
      field.focus();
    });
    note.querySelector('[data-kept-drop]').addEventListener('click', function () {
      if (filled) {
        put(field, original(field));
      }
      note.remove();
      field.focus();
    });
    field.insertAdjacentElement('afterend', note);
  }

  function put(field, value) {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    if (isChoice(field)) {
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  /** A dialog may have been opened for another record: there the text is only offered, as where there is one already. */
  function putBack() {
    Object.keys(waiting).forEach(function (id) {
      var field = document.getElementById(id);
      if (!field || !isKept(field) || !field.offsetParent) {
        return;
      }
      var value = waiting[id].value;
      if (isChoice(field) && !offers(field, value)) {
        return; // it depends on another choice, whose answer brings it
      }
      delete waiting[id];
      if (field.value === value) {
        return;
      }
      var fill = (isChoice(field) ? field.value === original(field) : !field.value) && !field.closest('.ui-dialog');
      if (fill) {
        put(field, value);
      }
      sign(field, value, fill);
    });
  }

  function watch() {
    var observer = new MutationObserver(function () {
      putBack();
      if (!Object.keys(waiting).length) {
        observer.disconnect();
      }
    });
    observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['style', 'class'] });
  }

  /** Whoever left these pages did not mean to: the session has ended, or something went wrong. */
  function endAll() {
    keys().forEach(function (key) {
      sift(key, function (field) {
        field.ended = true;
        return true;
      });
    });
  }

  /** From an error page one comes back to where one was; from that of an expired page at once. */
  function leadBack(trouble) {
    var left = sessionStorage.getItem(LEFT);
    if (!left) {
      return;
    }
    var back = trouble.querySelector('[data-back]');
    back.href = left;
    back.hidden = false;
    var anew = trouble.querySelector('[data-anew]');
    if (anew) {
      sessionStorage.removeItem(LEFT);
      set(SAID, anew.dataset.anew);
      location.replace(left);
    }
  }

  function arrive() {
    var ended = document.querySelector('[data-ended]');
    var trouble = document.querySelector('[data-trouble]');
    if (ended) { // the login page
      ended.classList.toggle('not-shown', ended.classList.contains('not-shown') && localStorage.getItem(USER) === null);
      endAll();
    } else if (trouble) {
      endAll();
      leadBack(trouble);
    } else if (document.body.dataset.user) {
      user = document.body.dataset.user;
      goOn();
    }
  }

  function goOn() {
    localStorage.setItem(USER, user);
    var said = sessionStorage.getItem(SAID);
    if (said) {
      sessionStorage.removeItem(SAID);
      window.Orderfield.complain(said).dataset.test = 'anew';
    }
    // a tab that slept while the user signed out in another has not cleared its own
    waiting = sift(TYPED + user, function (field) { return field.ended && field.at > signedOutAt(); })[here] || {};
    window.jQuery(function () { // when the fields have what the page does at a change
      putBack();
      if (Object.keys(waiting).length) {
        watch();
      }
    });
  }

  window.Typed = {
    /** Whether the page has something that was typed or chosen and not sent. */
    any: function () { return Array.from(document.querySelectorAll(FIELDS)).some(isTyped); }
  };

  document.addEventListener('DOMContentLoaded', arrive);
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', function () {
    if (document.hidden) {
      leave(); // a phone may throw the page away without another word
    }
  });
  document.addEventListener('click', function (event) {
    if (event.target instanceof Element && event.target.closest('[data-sign-out]')) {
      localStorage.setItem(OUT, String(Date.now()));
      localStorage.removeItem(USER);
      clear();
    }
  });
  window.addEventListener('storage', function (event) {
    if (event.key === OUT) {
      clear();
    }
  });
}());
