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
    if (event.key === 'Escape') {
      document.querySelectorAll('details.menu[open]').forEach(function (menu) {
        menu.open = false;
        menu.querySelector('summary').focus();
      });
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
    document.querySelectorAll('.notice.good:not([data-going])').forEach(function (notice) {
      notice.dataset.going = '';
      window.setTimeout(function () { notice.remove(); }, 6000);
    });
  });
  document.addEventListener('DOMContentLoaded', function () {
    fade.observe(document.body, { childList: true, subtree: true });
    document.body.appendChild(document.createComment('ready'));
  });

  // Live updates: the push only says that something happened; the page reads it by its own request.
  var waiting = null;
  var opened = false;

  function show(live) {
    document.querySelectorAll('[data-live]').forEach(function (sign) {
      sign.classList.toggle('off', !live);
      sign.textContent = live ? sign.dataset.live : sign.dataset.offline;
    });
  }

  function refresh() {
    waiting = null;
    if (document.hidden) {
      waiting = 'shown';
    } else if (typeof window.refreshRecord === 'function') {
      window.refreshRecord();
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
        waiting = window.setTimeout(refresh, 150);
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
    }
  };
}());
