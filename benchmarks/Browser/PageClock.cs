namespace Veilor.Designer.Benchmarks.Browser;

/// <summary>
/// The script that measures inside the page. All times are of the browser's own clock, so nothing of the way between
/// benchmark and browser is in them.
/// </summary>
internal static class PageClock
{
    /// <summary>
    /// <c>keyTimes</c> collects for each key the milliseconds from the key event to the moment after the frame that
    /// shows the first change of the document; a message posted from within the frame's callback is handled after the
    /// frame was painted; <c>answerTimes</c> those to the first message of the server. <c>firstChange</c> is the wall-clock time of the first change since it was cleared,
    /// <c>shownAt</c> that of the frame that showed the document first, and <c>opened</c> the milliseconds from a click
    /// to the frame that shows the awaited title of a section.
    /// </summary>
    public const string Script = """
        (() => {
          const clock = window.pageClock = { keyTimes: [], answerTimes: [], firstChange: 0, shownAt: 0 };
          let pressedAt = 0, answeredAt = 0;
          window.WebSocket = class extends WebSocket {
            constructor(...rest) {
              super(...rest);
              // The first of what comes in after a key is the first part of its answer.
              this.addEventListener("message", () => answeredAt ||= performance.now());
            }
          };
          const afterPaint = then => requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = then;
            channel.port2.postMessage(0);
          });
          let clickedAt = 0, awaited = "";
          clock.waitForTitle = title => { awaited = title; clock.opened = 0; };
          addEventListener("click", event => clickedAt = event.timeStamp, true);
          addEventListener("keydown", event => { pressedAt = event.timeStamp; answeredAt = 0; }, true);
          const isInDocument = node => (node.nodeType === 1 ? node : node.parentElement)?.closest("[data-testid=document]");
          const onChange = changes => {
            if (!clock.shownAt && document.querySelector("[data-testid=document]")) {
              clock.shownAt = -1;
              afterPaint(() => clock.shownAt = performance.timeOrigin + performance.now());
            }
            if (awaited && document.getElementById("section-title")?.textContent === awaited) {
              awaited = "";
              afterPaint(() => clock.opened = performance.now() - clickedAt);
            }
            if (!changes.some(change => isInDocument(change.target))) return;
            clock.firstChange ||= performance.timeOrigin + performance.now();
            if (!pressedAt) return;
            const since = pressedAt;
            pressedAt = 0;
            clock.answerTimes.push(answeredAt - since);
            afterPaint(() => clock.keyTimes.push(performance.now() - since));
          };
          const watch = () => new MutationObserver(onChange).observe(document, { subtree: true, childList: true, characterData: true });
          watch();
        })();
        """;
}
