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
