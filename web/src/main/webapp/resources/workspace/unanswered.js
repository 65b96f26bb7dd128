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
