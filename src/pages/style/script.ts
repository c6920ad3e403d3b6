import { follow } from './follow.ts'

/**
 * The one small script; every page does without it. A form is sent once however often it is tapped; a patient one is sent
 * again with its own key until it is answered, so that a lost answer costs nobody a vote or gives a second one.
 */
export const script = `
'use strict';
(() => {
  const zh = document.documentElement.lang.startsWith('zh');
  const say = (form, text) => {
    let line = form.querySelector('.sending');
    if (!line) {
      line = document.createElement('p');
      line.className = 'sending small';
      line.setAttribute('role', 'status');
      form.append(line);
    }
    line.textContent = text;
  };
  const waits = [1000, 2000, 4000, 8000];
  const patiently = async (form, body, tries) => {
    try {
      const answer = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin' });
      if (answer.status === 413) {
        delete form.dataset.sent;
        say(form, zh ? '照片太大,请换一张 5 MB 以内的。' : 'The photo is too large; choose one of 5 MB at most.');
        return;
      }
      if (answer.status >= 500) throw new Error(String(answer.status));
      if (answer.redirected) { location.replace(answer.url); return; }
      const shown = new DOMParser().parseFromString(await answer.text(), 'text/html');
      document.querySelector('main').replaceWith(shown.querySelector('main'));
      scrollTo(0, 0);
    } catch (lost) {
      say(form, zh ? '网络不好,正在再次提交,请不要关闭页面……' : 'Bad reception: sending again, please keep this page open…');
      setTimeout(() => patiently(form, body, tries + 1), waits[Math.min(tries, waits.length - 1)]);
    }
  };
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post') return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    if (form.dataset.patient === undefined) return;
    event.preventDefault();
    const typed = new FormData(form, event.submitter);
    const body = form.enctype.startsWith('multipart') ? typed : new URLSearchParams(typed);
    say(form, zh ? '正在提交……' : 'Sending…');
    patiently(form, body, 0);
  });
  addEventListener('pageshow', () => {
    for (const form of document.forms) delete form.dataset.sent;
  });
})();
${follow}`
