// Dialogs and who may press what. The server decides; this only shows it.
const person = document.body.dataset;

export function setUpCommands() {
  document.querySelectorAll('[data-opens]').forEach(button => button.addEventListener('click', () => openDialog(button.dataset.opens)));
  document.querySelectorAll('[data-closes]').forEach(button => button.addEventListener('click', () => button.closest('dialog').close()));
  document.addEventListener('permissions', permit);
  document.body.addEventListener('htmx:afterRequest', event => {
    const dialog = event.target.closest?.('dialog');
    if (dialog && event.detail.successful && event.target.dataset.stays === undefined) {
      dialog.close();
      dialog.querySelectorAll('input:not([type="hidden"]):not([type="checkbox"])').forEach(input => { input.value = ''; });
    }
  });
  document.body.addEventListener('htmx:sendError', event => problem(event.target, 'The console did not answer: it is not known whether this arrived. Try again, or use the steps outside the console.'));
  document.getElementById('theme').addEventListener('click', () => {
    const theme = document.documentElement.dataset.theme === 'light' ? 'dark' : 'light';
    document.documentElement.dataset.theme = theme;
    document.cookie = `theme=${theme};path=/;max-age=31536000;samesite=strict`;
  });
  setUpTicket();
  permit();
}

// Only the prices that a type has are shown; what is hidden is not sent. A preview is of what was typed, so typing ends it.
function setUpTicket() {
  const ticket = document.getElementById('ticket');
  if (!ticket) return;
  const show = () => {
    const type = ticket.elements.type.value;
    ticket.querySelectorAll('[data-for]').forEach(label => only(label, label.dataset.for.split(' ').includes(type)));
    ticket.querySelectorAll('[data-for-tif]').forEach(label => only(label, label.dataset.forTif === ticket.elements.timeInForce.value));
  };
  ticket.addEventListener('input', () => { document.getElementById('ticket-answer').replaceChildren(); show(); });
  show();
}

function only(label, shown) {
  label.hidden = !shown;
  label.querySelector('input').disabled = !shown;
}

function problem(form, text) {
  const answer = form.closest('form')?.querySelector('[role="status"]');
  if (answer) {
    const line = document.createElement('p');
    line.className = 'problem';
    line.textContent = text;
    answer.replaceChildren(line);
  }
}

export function openDialog(id) {
  const dialog = document.getElementById(id);
  if (dialog.open || isOff(document.querySelector(`[data-opens="${id}"]`))) return;
  document.querySelectorAll('dialog[open]').forEach(other => other.close());
  dialog.querySelector('[role="status"]')?.replaceChildren();
  dialog.showModal();
}

const isOff = button => button?.disabled ?? false;

// Disconnected, everything is off. A request's second person is another than its first, and one of both an officer.
export function permit() {
  const disconnected = document.body.classList.contains('disconnected');
  document.querySelectorAll('#halt, #resume, dialog .danger').forEach(button => { off(button, disconnected || button.dataset.forbidden === 'true'); });
  document.querySelectorAll('[data-needs-command]').forEach(form => { form.hidden = person.mayCommand !== 'true'; });
  document.querySelectorAll('[data-needs-officer]').forEach(part => { part.hidden = person.officer !== 'true'; });
  document.querySelectorAll('[data-needs-second]').forEach(form => permitSecond(form, disconnected));
}

function permitSecond(form, disconnected) {
  const own = form.dataset.requestedBy.toLowerCase() === person.user.toLowerCase();
  const officer = form.dataset.requesterOfficer === 'true' || person.officer === 'true';
  const may = person.mayCommand === 'true';
  off(form.querySelector('.approve-button'), disconnected || own || !officer || !may);
  off(form.querySelector('.refuse-button'), disconnected || !may);
  const refuse = form.querySelector('.refuse-button');
  const word = own ? 'Withdraw' : 'Refuse';
  if (refuse.textContent !== word) refuse.textContent = word;
  const hint = form.querySelector('.second-hint');
  const text = own ? 'A second person approves.' : may && officer ? '' : 'A risk officer or admin approves.';
  if (hint.textContent !== text) hint.textContent = text;
}

function off(button, disabled) {
  if (button && button.disabled !== disabled) button.disabled = disabled;
}
