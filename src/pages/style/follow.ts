/**
 * What renews itself: a part of a page is asked for again when something has happened at its meeting, a countdown runs, and a list of
 * names grows shorter while one types. Without it, a link asks for the page again.
 */
export const follow = `
(() => {
  const parts = () => [...document.querySelectorAll('[data-follow]')];
  let due, asking, again;
  const renew = async () => {
    due = undefined;
    if (parts().some((part) => part.contains(document.activeElement))) return soon(2000);
    asking = true;
    try {
      const answer = await fetch(location.href, { credentials: 'same-origin' });
      if (!answer.ok || answer.redirected) return;
      const shown = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const part of parts()) {
        const fresh = shown.getElementById(part.id);
        if (fresh) part.replaceWith(fresh);
      }
      drawn = performance.now();
    } catch (lost) {
      again = 4000;
    } finally {
      asking = false;
      if (again) soon(again);
      again = 0;
    }
  };
  // One question at a time: what happens while it is under way leads to one more, however much it is.
  const soon = (wait) => {
    if (asking) again = wait;
    else due ??= setTimeout(renew, wait);
  };
  const [first] = parts();
  if (first && self.EventSource) {
    const stream = new EventSource(first.dataset.follow);
    for (const event of ['attendance', 'ballot', 'turnout', 'result', 'meeting', 'poll', 'papers', 'polled'])
      stream.addEventListener(event, () => soon(300));
  }
  let drawn = performance.now();
  setInterval(() => {
    for (const clock of document.querySelectorAll('[data-left]')) {
      const left = Math.max(0, Math.round(clock.dataset.left - (performance.now() - drawn) / 1000));
      const two = (n) => String(n).padStart(2, '0');
      clock.textContent = (left >= 3600 ? Math.floor(left / 3600) + ':' : '') + two(Math.floor(left / 60) % 60) + ':' + two(left % 60);
    }
  }, 1000);
  for (const field of document.querySelectorAll('[data-narrows]'))
    field.addEventListener('input', () => {
      const typed = field.value.normalize('NFKC').toLowerCase().replace(/\\s/g, '');
      for (const one of document.querySelectorAll(field.dataset.narrows)) {
        const [name, ...keys] = one.dataset.find.split(' ');
        one.hidden = !(name.includes(typed) || keys.some((key) => key.startsWith(typed)));
      }
    });
})();
`
