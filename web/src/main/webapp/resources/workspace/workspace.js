/* The little that the pages need in the browser. No inline handlers: the content security policy forbids them. */
(function () {
  'use strict';
  var year = 'path=/; max-age=31536000; SameSite=Lax; Secure';

  function remember(name, value) {
    document.cookie = name + '=' + encodeURIComponent(value) + '; ' + year;
  }

  // The server shows office times in the reader's own zone.
  try {
    remember('orderfield-zone', Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');
  } catch (e) {
    remember('orderfield-zone', 'UTC');
  }

  // on a phone the navigation scrolls sideways: the page of now is to be in sight
  document.addEventListener('DOMContentLoaded', function () {
    var here = document.querySelector('.side [aria-current="page"]');
    if (here) {
      here.parentElement.scrollIntoView({ block: 'nearest', inline: 'center' });
    }
  });

  function isDark() {
    var theme = document.documentElement.dataset.theme;
    return theme === 'dark' || (theme !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  }

  document.addEventListener('click', function (event) {
    var target = event.target;
    if (!(target instanceof Element)) {
      return;
    }
    if (target.closest('[data-theme-toggle]')) {
      var theme = isDark() ? 'light' : 'dark';
      document.documentElement.dataset.theme = theme;
      remember('orderfield-theme', theme);
    }
    var dismiss = target.closest('[data-dismiss]');
    if (dismiss) {
      dismiss.closest('.notice').remove();
    }
    document.querySelectorAll('details.menu[open]').forEach(function (menu) {
      if (!menu.contains(target)) {
        menu.open = false;
      }
    });
  });

  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test((document.activeElement || {}).tagName || '');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      var search = document.getElementById('search');
      if (search) {
        event.preventDefault();
        search.focus();
      }
    }
    if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) {
      document.querySelectorAll('details.menu[open]').forEach(function (menu) {
        menu.open = false;
        menu.querySelector('summary').focus();
      });
      if (!(event.target instanceof Element && event.target.matches('[type=search]') && event.target.value)) { // first it empties that
        closeDialog();
      }
    }
  });

  /** As the button does by which one gives it up. */
  function closeDialog() {
    Object.values(window.PrimeFaces ? PrimeFaces.widgets : {}).forEach(function (widget) {
      if (PrimeFaces.widget.Dialog && widget instanceof PrimeFaces.widget.Dialog && widget.isVisible()) {
        widget.hide();
      }
    });
  }

  // What is put into a field at once is never cut: the text stays whole, and the server says that it is too long.
  document.addEventListener('beforeinput', function (event) {
    var field = event.target;
    var text = event.data || (event.dataTransfer ? event.dataTransfer.getData('text/plain') : '');
    if (field.maxLength > 0 && text.length > 1 && !field.matches('[type=search], .filter')
        && field.value.length - (field.selectionEnd - field.selectionStart) + text.length > field.maxLength) {
      field.removeAttribute('maxlength');
    }
  });

  // Narrows a long list of choices while the reader types.
  document.addEventListener('input', function (event) {
    var filter = event.target;
    if (!(filter instanceof Element) || !filter.matches('[data-filter]')) {
      return;
    }
    var wanted = filter.value.trim().toLowerCase();
    document.querySelectorAll(filter.dataset.filter).forEach(function (choice) {
      var hit = choice.textContent.toLowerCase().indexOf(wanted) >= 0;
      choice.hidden = !hit;
    });
  });

  // Whether the line for live updates is open; null while that is not known.
  var line = null;

  // Files go one after the other, each as it is; the server says what it thinks of them.
  function complain(text) {
    return say('bad', 'alert', 'pi-exclamation-circle', text);
  }

  /** What lay over a dialog would hide what one has to read or to press. */
  function openDialog() {
    return Array.from(document.querySelectorAll('.ui-dialog .ui-dialog-content'))
      .filter(function (content) { return content.offsetParent !== null; })
      .pop();
  }

  /** Where it was pressed: the button gets the focus back, and with it comes into view. */
  function putInto(dialog, notice) {
    var actions = Array.from(dialog.querySelectorAll('.dialog-actions')).pop();
    (actions || dialog.lastElementChild).before(notice);
    notice.scrollIntoView({ block: 'nearest' });
  }

  // What the server refused comes with each answer anew.
  var refused = null;
  function putRefusal() {
    var notices = document.getElementById('notices');
    if (notices && notices !== refused) {
      refused = notices;
      document.querySelectorAll('.ui-dialog [data-test=refusal]').forEach(function (old) { old.remove(); });
      var dialog = openDialog();
      notices.querySelectorAll('.bad').forEach(function (notice) {
        if (dialog) {
          putInto(dialog, notice);
        }
      });
    }
  }

  function say(kind, role, icon, text) {
    var notice = document.createElement('div');
    notice.className = 'notice ' + kind;
    notice.setAttribute('role', role);
    var sign = document.createElement('i');
    sign.className = 'pi ' + icon;
    sign.setAttribute('aria-hidden', 'true');
    var words = document.createElement('span');
    words.textContent = text;
    var close = document.createElement('button');
    close.type = 'button';
    close.className = 'icon-button';
    close.dataset.dismiss = '';
    close.setAttribute('aria-label', document.body.dataset.close);
    var cross = document.createElement('i');
    cross.className = 'pi pi-times';
    cross.setAttribute('aria-hidden', 'true');
    close.append(cross);
    notice.append(sign, words, close);
    var dialog = openDialog();
    if (dialog) {
      putInto(dialog, notice);
    } else {
      (document.querySelector('.notices') || document.body).append(notice);
    }
    return notice;
  }

  function send(input, file) {
    return fetch(input.dataset.upload + '?name=' + encodeURIComponent(file.name), {
      method: 'POST',
      headers: { 'X-Requested-With': 'orderfield', 'Content-Type': 'application/octet-stream' },
      body: file
    }).then(function (answer) {
      if (answer.status === 401) {
        location.assign('/login.xhtml?ended=true&next=' + encodeURIComponent(location.pathname + location.search));
        return null;
      }
      if (!answer.ok) {
        return answer.json().then(function (problem) { complain(file.name + ': ' + problem.detail); });
      }
      if (input.dataset.sent) {
        say('good', 'status', 'pi-check-circle', file.name + ': ' + input.dataset.sent);
      }
      return null;
    }).catch(function () {
      complain(file.name + ': ' + input.dataset.failed);
    });
  }

  // The field belongs to no part of the page: no update takes it away while a photo is being chosen.
  document.addEventListener('click', function (event) {
    var button = event.target instanceof Element && event.target.closest('[data-upload-to]');
    if (button) {
      var input = document.createElement('input');
      input.type = 'file';
      input.multiple = true;
      input.accept = 'image/jpeg,image/png,image/webp,image/heic,application/pdf';
      input.hidden = true;
      input.dataset.upload = button.dataset.uploadTo;
      input.dataset.sent = button.dataset.sent || '';
      input.dataset.failed = button.dataset.failed;
      input.addEventListener('cancel', function () { input.remove(); });
      document.body.appendChild(input);
      input.click();
    }
  });

  document.addEventListener('change', function (event) {
    var input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.matches('[data-upload]')) {
      return;
    }
    Array.from(input.files).reduce(function (before, file) {
      return before.then(function () { return send(input, file); });
    }, Promise.resolve()).then(function () {
      input.remove();
      window.Orderfield.changed();
    });
  });

  // Reads a chosen file into the text beside it, so that what is sent can be seen.
  document.addEventListener('change', function (event) {
    var input = event.target;
    if (!(input instanceof Element) || !input.matches('[data-read-into]') || !input.files.length) {
      return;
    }
    input.files[0].text().then(function (text) {
      input.form.querySelector(input.dataset.readInto).value = text;
    });
  });

  // Good news goes by itself; a refusal stays until it is dismissed.
  var fade = new MutationObserver(function () {
    sayLine();
    putRefusal();
    document.querySelectorAll('.notice.good:not([data-going])').forEach(function (notice) {
      notice.dataset.going = '';
      window.setTimeout(function () { notice.remove(); }, 6000);
    });
  });
  document.addEventListener('DOMContentLoaded', function () {
    fade.observe(document.body, { childList: true, subtree: true });
    document.body.appendChild(document.createComment('ready'));
  });

  // Live updates: the push only says that something happened; the page reads it by its own request. However much happens,
  // half of the page's time is its reader's: after each update it rests for as long as that took.
  var SOON = 150; // milliseconds
  var REST = 500; // at least
  var waiting = null;
  var rested = 0; // when the page has rested from the last update
  var held = false; // something new waits for the end of what is being edited
  var opened = false;

  function show(live) {
    line = live;
    sayLine();
  }

  // What a page asks for by itself bears this sign, and as a header: it doesn't keep the session alive.
  var BY_ITSELF = { name: 'orderfield.live', value: 'true' };
  document.addEventListener('DOMContentLoaded', function () {
    if (window.jQuery) {
      window.jQuery.ajaxPrefilter(function (options, original, request) {
        if (typeof options.data === 'string' && options.data.indexOf(BY_ITSELF.name + '=') >= 0) {
          request.setRequestHeader('X-Orderfield-Live', BY_ITSELF.value);
        }
      });
    }
  });

  // Also after an update has written the sign anew.
  function sayLine() {
    document.querySelectorAll('[data-live]').forEach(function (sign) {
      var text = !line ? sign.dataset.offline : held ? sign.dataset.waiting : sign.dataset.live;
      if (line !== null && sign.textContent !== text) {
        sign.classList.toggle('off', !line);
        sign.textContent = text;
      }
    });
  }

  function refresh() {
    waiting = null;
    if (document.hidden) {
      waiting = 'shown';
    } else if (typeof window.refreshRecord === 'function') {
      var busy = window.Editing.isBusy();
      if (busy || performance.now() < rested || !PrimeFaces.ajax.Queue.isEmpty()) {
        waiting = window.setTimeout(refresh, SOON);
      } else {
        update();
      }
      hold(busy);
    }
  }

  function update() {
    var from = performance.now();
    function rest() {
      rested = performance.now() + Math.max(REST, performance.now() - from);
    }
    window.Editing.ask(function () { window.refreshRecord([BY_ITSELF]); }, function () {
      rest();
      window.requestAnimationFrame(function () { window.setTimeout(rest); }); // when it is painted, too
    });
  }

  function hold(now) {
    if (held !== now) {
      held = now;
      sayLine();
    }
  }

  document.addEventListener('visibilitychange', function () {
    if (!document.hidden && waiting === 'shown') {
      refresh();
    }
  });

  window.Orderfield = {
    changed: function () {
      if (waiting === null) {
        waiting = window.setTimeout(refresh, SOON);
      }
    },
    live: function () {
      show(true);
      if (opened) {
        window.Orderfield.changed(); // what was missed while the line was down
      }
      opened = true;
    },
    offline: function () {
      show(false);
    },
    complain: complain
  };
}());
