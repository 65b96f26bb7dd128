/*
 * Blocks of cells as spreadsheets hand them over: cells parted by tabs, rows by line breaks, and quotes around a cell that
 * has one of these in it. Tabulator's own reader parts the text at every tab and line break, quoted or not, and its writer
 * quotes nothing.
 */
(function () {
  'use strict';
  // a spreadsheet would run it; a number with its sign, and the hyphen for "anything", are none
  var FORMULA = /^'*[=+\-@\t\r]/;
  var HARMLESS = /^[-+]?(\d+([.,]\d+)?)?$/;
  var GUARDED = /^'+[=+\-@\t\r]/;

  function guarded(text) {
    return FORMULA.test(text) && !HARMLESS.test(text) ? '\'' + text : text;
  }

  function quoted(text) {
    return /["\t\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function unguarded(text) {
    return GUARDED.test(text) ? text.slice(1) : text;
  }

  /** Where a quoted cell that begins here ends: behind its last quote; -1 when the quote is a character like any other. */
  function endOfQuotes(text, from) {
    var at = from + 1;
    while ((at = text.indexOf('"', at)) >= 0) {
      if (text[at + 1] !== '"') {
        return at + 1 === text.length || /[\t\r\n]/.test(text[at + 1]) ? at + 1 : -1;
      }
      at += 2;
    }
    return -1;
  }

  function read(text) {
    var rows = [[]];
    var at = 0;
    while (at <= text.length) {
      var end = text[at] === '"' ? endOfQuotes(text, at) : -1;
      var value;
      if (end >= 0) {
        value = text.slice(at + 1, end - 1).replace(/""/g, '"');
      } else {
        end = at + text.slice(at).search(/[\t\r\n]|$/);
        value = text.slice(at, end);
      }
      // a cell is one line
      rows[rows.length - 1].push(unguarded(value.replace(/\s*[\r\n]+\s*/g, ' ').trim()));
      at = end + 1;
      if (text[end] === '\r' && text[end + 1] === '\n') {
        at++;
      }
      if (end < text.length && text[end] !== '\t') {
        if (at >= text.length) {
          break; // the line break at the end ends the last row, and begins none
        }
        rows.push([]);
      }
    }
    return rows;
  }

  window.TableEditor.clipboard = {
    /** Rows of texts. */
    read: read,
    write: function (rows) {
      return rows.map(function (row) {
        return row.map(function (text) { return quoted(guarded(text)); }).join('\t');
      }).join('\r\n');
    }
  };
}());
