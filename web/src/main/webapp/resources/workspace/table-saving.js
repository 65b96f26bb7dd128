/*
 * A draft saves itself: what was done is sent a moment later, one batch after the other, and each waits for its answer. A
 * batch that gets none is sent again as it was, with the key that it had: the server may have taken it. Until then
 * it is kept, for a page that is left also in the storage of the tab.
 */
(function () {
  'use strict';
  var PAUSE = 600; // milliseconds without another change
  var OUTLIVES = 60000; // bytes
  var AGAIN = [2000, 4000, 8000, 15000, 30000]; // milliseconds after the first, second, ... failure

  function Saving(transport, tell) {
    this.transport = transport;
    this.place = 'orderfield-draft:' + (document.body.dataset.user || '') + ':' + location.pathname + location.search;
    this.tell = tell; // told the state ('saved', 'saving', 'unsaved', 'conflict', 'refused') and what belongs to it
    this.revision = null;
    this.waiting = [];
    this.batch = null; // what is on its way, or was in vain
    this.failures = 0;
    this.timer = null;
    this.stopped = false; // until somebody has decided what goes on
    this.sending = false;
    window.addEventListener('online', this.now.bind(this));
    window.addEventListener('pagehide', this.keep.bind(this));
    document.addEventListener('visibilitychange', this.keep.bind(this));
    document.addEventListener('click', function (event) {
      if (event.target instanceof Element && event.target.closest('[data-sign-out]')) {
        this.begin(this.revision);
        this.keep();
      }
    }.bind(this));
    window.addEventListener('beforeunload', function (event) {
      if (this.isUnsaved() && !this.sendsOnLeaving()) {
        event.preventDefault();
      }
    }.bind(this));
  }

  Saving.prototype = {
    begin: function (revision) {
      this.revision = revision;
      this.waiting = [];
      this.batch = null;
      this.failures = 0;
      this.stopped = false;
      this.tell('saved');
    },

    add: function (operations) {
      this.waiting = this.waiting.concat(operations);
      if (!this.stopped) {
        this.tell(this.failures ? 'unsaved' : 'saving');
        if (!this.failures) {
          this.later(PAUSE);
        }
      }
    },

    keep: function () {
      try {
        if (this.isUnsaved()) {
          sessionStorage.setItem(this.place, JSON.stringify({
            key: this.batch && !this.waiting.length ? this.batch.key : null, revision: this.revision, operations: this.unsaved()
          }));
        } else {
          sessionStorage.removeItem(this.place);
        }
      } catch (e) {
        // no room, or no storage: then it is as it was without
      }
    },

    /** What the page was left with: {revision, operations}, or null. */
    kept: function () {
      try {
        return JSON.parse(sessionStorage.getItem(this.place));
      } catch (e) {
        return null;
      }
    },

    /** What was sent when the page was left may have arrived: sent again under its key it is not done twice. */
    deliver: function () {
      var kept = this.kept();
      if (!kept || !kept.key) {
        return Promise.resolve();
      }
      return this.transport.save({ key: kept.key, revision: kept.revision, operations: kept.operations }).then(function (answer) {
        if (answer && 'revision' in answer) {
          sessionStorage.removeItem(this.place);
        }
      }.bind(this), function () { /* it is kept, and is sent later */ });
    },

    /** Whether all that is unsaved is on its way now, and goes on when the page is gone. */
    sendsOnLeaving: function () {
      this.now();
      return this.sending && !this.waiting.length && !this.failures && navigator.onLine && isSmall(this.batch);
    },

    /** Somebody has to decide about these before anything is sent. */
    hold: function (operations) {
      this.waiting = operations;
      this.stopped = true;
    },

    isUnsaved: function () {
      return Boolean(this.batch || this.waiting.length);
    },

    /** All that the server has not confirmed. */
    unsaved: function () {
      return (this.batch ? this.batch.operations : []).concat(this.waiting);
    },

    later: function (time) {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(this.now.bind(this), time);
    },

    now: function () {
      window.clearTimeout(this.timer);
      if (this.sending || this.stopped || !this.isUnsaved()) {
        return;
      }
      if (!this.batch) {
        this.batch = { key: crypto.randomUUID(), revision: this.revision, operations: this.waiting };
        this.waiting = [];
      }
      this.sending = true;
      var batch = this.batch;
      new Promise(function (answer) { answer(this.transport.save(batch, isSmall(batch))); }.bind(this))
        .then(this.answered.bind(this, batch), this.failed.bind(this, batch));
    },

    answered: function (batch, answer) {
      if (!answer || !(answer.conflict || answer.refused || 'revision' in answer)) {
        this.failed(batch); // something on the way has answered for the server
        return;
      }
      this.sending = false;
      if (batch !== this.batch) {
        return; // begun anew meanwhile
      }
      if (answer.conflict || answer.refused) {
        this.stopped = true;
        this.tell(answer.conflict ? 'conflict' : 'refused', answer.conflict || answer.refused);
        return;
      }
      this.batch = null;
      this.failures = 0;
      this.revision = answer.revision;
      this.tell(this.waiting.length ? 'saving' : 'saved', answer.findings);
      if (this.waiting.length) {
        this.later(0);
      }
    },

    failed: function (batch) {
      this.sending = false;
      if (batch === this.batch) {
        this.later(AGAIN[Math.min(this.failures, AGAIN.length - 1)]);
        this.failures++;
        this.tell('unsaved');
      }
    }
  };

  /** Browsers let that much go on when its page is gone. */
  function isSmall(batch) {
    return new Blob([JSON.stringify(batch)]).size <= OUTLIVES;
  }

  window.TableEditor.Saving = Saving;
}());
