'use strict';
// The page of the sandbox. It reads /_sandbox/state, which responds as soon as something has changed, and draws it.
// Everything that comes from outside is set as text, never as markup.
(() => {
  const $ = (id) => document.getElementById(id);
  const state = { data: null, view: 'texts', id: null, query: '', known: null, readAt: 0 };

  // ---- elements ----

  /** Creates an element; children are elements or strings, which become text. */
  function el(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
      else if (value === true) node.setAttribute(name, '');
      else if (value !== false && value != null) node.setAttribute(name, value);
    }
    node.append(...children.flat().filter((child) => child != null && child !== ''));
    return node;
  }

  const badge = (words, kind) => el('span', { class: 'badge ' + (kind || '') }, words);
  const time = (at) => (at ? at.slice(11, 19) : '');
  const exactTime = (at) => (at ? at.slice(0, 10) + ' ' + at.slice(11, 23).replace('Z', '') : '');
  const plural = (count, one, many) => count + ' ' + (count === 1 ? one : many || one + 's');

  function facts(...pairs) {
    const list = el('dl', { class: 'facts' });
    for (const [name, value] of pairs) {
      if (value == null || value === '' || (Array.isArray(value) && value.length === 0)) continue;
      list.append(el('dt', {}, name), el('dd', {}, Array.isArray(value) ? value.join(', ') : value instanceof Node ? value : String(value)));
    }
    return list;
  }

  function problems(errors) {
    return (errors || []).map((error) =>
      el('div', { class: 'problem' }, el('strong', {}, [error.code, error.title].filter(Boolean).join(' ')), error.detail || '', error.pointer ? el('div', {}, 'at ', el('code', {}, error.pointer)) : null));
  }

  function pretty(json) {
    try { return JSON.stringify(JSON.parse(json), null, 2); } catch { return json; }
  }

  const block = (title, body) => (body ? [el('h3', {}, title), el('pre', { tabindex: '0', 'aria-label': title }, pretty(body))] : []);
  const link = (view, id, words) => (id ? el('a', { href: '#' + view + '/' + encodeURIComponent(id) }, words || id) : null);

  // ---- requests ----

  async function send(path, body) {
    const response = await fetch('/_sandbox/' + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body || {}),
    });
    const answer = response.headers.get('content-type') === 'application/json' ? await response.json() : {};
    if (!response.ok) throw new Error(answer.error || 'The sandbox responded with ' + response.status);
    return answer;
  }

  function toast(words) {
    $('toast').textContent = words;
    clearTimeout(toast.timer);
    toast.timer = setTimeout(() => { $('toast').textContent = ''; }, 8000);
  }

  /** A button that sends something and shows what went wrong. */
  function action(key, words, path, body, kind) {
    return el('button', { type: 'button', 'data-key': key, class: kind || '', onclick: async (event) => {
      try {
        await send(path, typeof body === 'function' ? body(event) : body);
        $('news').textContent = words + ': done';
      } catch (error) {
        toast(error.message);
      }
    } }, words);
  }

  // ---- what each view lists ----

  const STATUS = {
    delivered: 'good', success: 'good', active: 'good', received: 'info', answered: 'good', bridged: 'good',
    queued: '', sending: '', sent: 'info', scheduled: 'info', pending: 'warn', ringing: 'warn', partial: 'warn',
    delivery_unconfirmed: 'warn', cancelled: 'warn', sending_failed: 'bad', delivery_failed: 'bad', expired: 'bad',
    failure: 'bad', failed: 'bad',
  };
  const statusBadge = (status) => badge(String(status).replaceAll('_', ' '), STATUS[status]);
  const cost = (money) => (money ? money.amount + ' ' + money.currency : '');

  const views = {
    texts: {
      title: 'Texts',
      none: 'No text yet.\nSend one with the API, or let a phone send one.',
      items: (data) => data.messages,
      key: (text) => text.id,
      row: (text) => ({
        icon: text.direction === 'inbound' ? ['↓', 'in', 'received'] : ['↑', 'out', 'sent'],
        who: text.direction === 'inbound' ? text.from : text.to.join(', '),
        what: text.text || (text.media_urls.length ? plural(text.media_urls.length, 'media file') : '(empty)'),
        when: text.received_at,
        badge: [text.status, STATUS[text.status]],
      }),
      words: (text) => (text.direction === 'inbound' ? 'Text received from ' + text.from : 'Text sent to ' + text.to.join(', ')),
      detail: (text) => [
        el('h2', { id: 'detail-title' }, text.direction === 'inbound' ? 'From ' + text.from : 'To ' + text.to.join(', ')),
        el('p', { class: 'lead' }, statusBadge(text.status), text.direction === 'inbound' ? 'to ' + text.to.join(', ') : 'from ' + text.from, el('span', {}, plural(text.parts, 'part')), el('span', {}, text.cost ? cost(text.cost) : 'cost not known yet')),
        text.text ? el('div', { class: 'bubble ' + (text.direction === 'inbound' ? 'in' : 'out'), dir: 'auto' }, text.text) : null,
        ...problems(text.errors),
        text.media_urls.length ? [el('h3', {}, 'Media'), el('ul', {}, text.media_urls.map((url) => el('li', {}, el('code', {}, url))))] : [],
        facts(['Id', el('code', {}, text.id)], ['Type', text.type + ', ' + text.encoding], ['Profile', link('profiles', text.messaging_profile_id)], ['Received', exactTime(text.received_at)], ['To be sent', exactTime(text.send_at)]),
        el('div', { class: 'buttons' }, ...textActions(text)),
        ...deliveriesOf(text.id),
      ],
    },
    calls: {
      title: 'Calls',
      none: 'No call yet.\nDial with the API, or let a phone call.',
      items: (data) => data.calls,
      key: (call) => call.id,
      row: (call) => ({
        icon: call.direction === 'incoming' ? ['↙', 'in', 'incoming'] : ['↗', 'out', 'outgoing'],
        who: call.direction === 'incoming' ? call.from : call.to.join(', '),
        what: call.timeline.length ? call.timeline[call.timeline.length - 1].name : 'nothing has happened yet',
        when: call.started_at,
        badge: [call.state, call.state === 'ended' ? '' : STATUS[call.state]],
      }),
      words: (call) => (call.direction === 'incoming' ? 'Call from ' + call.from : 'Call to ' + call.to.join(', ')),
      detail: (call) => [
        el('h2', { id: 'detail-title' }, call.direction === 'incoming' ? 'Call from ' + call.from : 'Call to ' + call.to.join(', ')),
        el('p', { class: 'lead' }, badge(call.state, call.state === 'ended' ? '' : STATUS[call.state]), call.direction === 'incoming' ? 'to ' + call.to.join(', ') : 'from ' + call.from, call.hangup_cause ? el('span', {}, 'ended: ' + call.hangup_cause.replaceAll('_', ' ')) : null),
        el('div', { class: 'buttons' }, ...callActions(call)),
        call.state === 'answered' || call.state === 'bridged' ? keypad(call) : null,
        el('h3', {}, 'Timeline'),
        el('ol', { class: 'timeline' }, call.timeline.map((step) => el('li', { class: step.kind + (step.name === 'call.hangup' ? ' bad' : step.name === 'call.answered' ? ' good' : '') }, el('span', { class: 'at' }, time(step.at)), el('span', {}, el('span', { class: 'hidden' }, step.kind + ' '), el('span', { class: 'name' }, step.name), ' ', el('span', { class: 'more' }, step.detail || ''))))),
        facts(['Call control id', el('code', {}, call.id)], ['Leg', el('code', {}, call.leg_id)], ['Session', el('code', {}, call.session_id)], ['Client state', call.client_state], ['Bridged with', link('calls', call.bridged_with)], ['Connection', call.connection_id], ['Started', exactTime(call.started_at)], ['Ended', exactTime(call.ended_at)]),
        ...deliveriesOf(call.id),
      ],
    },
    numbers: {
      title: 'Numbers',
      none: 'The account has no number yet.\nSearch and order one with the API.',
      items: (data) => data.numbers,
      key: (number) => number.id,
      row: (number) => ({
        icon: ['#', 'out', 'number'],
        who: number.phone_number,
        what: [number.messaging_profile_id ? 'has a messaging profile' : 'no messaging profile', number.connection_id ? 'has a connection' : null, number.customer_reference].filter(Boolean).join(' · '),
        when: null,
        badge: [number.status, STATUS[number.status]],
      }),
      words: (number) => 'Number ' + number.phone_number,
      detail: (number) => [
        el('h2', { id: 'detail-title' }, number.phone_number),
        el('p', { class: 'lead' }, statusBadge(number.status)),
        facts(['Id', el('code', {}, number.id)], ['Messaging profile', link('profiles', number.messaging_profile_id)], ['Connection', number.connection_id], ['Reference', number.customer_reference], ['Tags', number.tags]),
        el('div', { class: 'buttons' },
          el('button', { type: 'button', 'data-key': 'sms', onclick: () => openDialog('sms', number.phone_number) }, 'Text this number'),
          el('button', { type: 'button', 'data-key': 'call', onclick: () => openDialog('call', number.phone_number) }, 'Call this number')),
      ],
    },
    orders: {
      title: 'Orders',
      none: 'No number order yet.',
      items: (data) => data.orders,
      key: (order) => order.id,
      row: (order) => ({
        icon: ['+', order.status === 'failure' ? 'bad' : 'out', 'order'],
        who: order.phone_numbers.join(', '),
        what: order.customer_reference || 'no reference',
        when: order.created_at,
        badge: [order.status, STATUS[order.status]],
      }),
      words: (order) => 'Order of ' + plural(order.phone_numbers.length, 'number'),
      detail: (order) => [
        el('h2', { id: 'detail-title' }, 'Order of ' + order.phone_numbers.join(', ')),
        el('p', { class: 'lead' }, statusBadge(order.status)),
        facts(['Id', el('code', {}, order.id)], ['Reference', order.customer_reference], ['Messaging profile', link('profiles', order.messaging_profile_id)], ['Connection', order.connection_id]),
        order.status === 'pending' ? el('div', { class: 'buttons' }, action('complete', 'Complete it', 'orders/' + order.id + '/complete'), action('fail', 'Let it fail', 'orders/' + order.id + '/fail', {}, 'danger')) : null,
        ...deliveriesOf(order.id),
      ],
    },
    profiles: {
      title: 'Messaging profiles',
      none: 'No messaging profile yet.',
      items: (data) => data.profiles,
      key: (profile) => profile.id,
      row: (profile) => ({ icon: ['P', 'out', 'profile'], who: profile.name, what: profile.webhook_url || 'no webhook URL', when: null, badge: null }),
      words: (profile) => 'Profile ' + profile.name,
      detail: (profile) => [
        el('h2', { id: 'detail-title' }, profile.name),
        facts(['Id', el('code', {}, profile.id)], ['Webhook URL', profile.webhook_url], ['Numbers', state.data.numbers.filter((number) => number.messaging_profile_id === profile.id).map((number) => number.phone_number)]),
        ...block('As the API returns it', JSON.stringify(profile.settings)),
      ],
    },
    webhooks: {
      title: 'Webhooks',
      none: 'No webhook yet.\nSet a webhook URL on a profile, a message, a call or a connection.',
      items: (data) => data.webhooks,
      key: (hook) => hook.id,
      row: (hook) => ({
        icon: hook.status === 'failed' ? ['!', 'bad', 'failed'] : ['→', 'out', 'webhook'],
        who: hook.event_type,
        what: hook.attempts.length ? hook.attempts[hook.attempts.length - 1].url : hook.url || 'no URL to deliver it to',
        when: hook.occurred_at,
        badge: [hook.status + (hook.attempts.length > 1 ? ', ' + hook.attempts.length + ' tries' : ''), { delivered: 'good', failed: 'bad', pending: 'warn' }[hook.status] || ''],
      }),
      words: (hook) => 'Webhook ' + hook.event_type + ' ' + hook.status,
      detail: (hook) => [
        el('h2', { id: 'detail-title' }, hook.event_type),
        el('p', { class: 'lead' }, badge(hook.status, { delivered: 'good', failed: 'bad', pending: 'warn' }[hook.status])),
        facts(['Event id', el('code', {}, hook.event_id)], ['Occurred', exactTime(hook.occurred_at)], ['About', aboutLink(hook.about)]),
        hook.url ? el('div', { class: 'buttons' }, action('again', 'Deliver again', 'webhooks/' + encodeURIComponent(hook.id) + '/redeliver', {}, 'primary')) : null,
        el('h3', {}, 'Attempts'),
        hook.attempts.length === 0 ? el('p', { class: 'hint' }, hook.url ? 'None yet.' : 'There is no URL to deliver it to.') : null,
        el('ol', { class: 'timeline' }, hook.attempts.map((attempt) => el('li', { class: attempt.success ? 'good' : 'bad' },
          el('span', { class: 'at' }, time(attempt.at)),
          el('span', {}, el('span', { class: 'name' }, attempt.status ? 'HTTP ' + attempt.status : attempt.failure || 'no response'), ' ', el('span', { class: 'more' }, 'try ' + attempt.attempt + ', ' + attempt.duration_ms + ' ms, ' + attempt.url))))),
        ...block('Body', hook.body),
      ],
    },
    requests: {
      title: 'Requests',
      none: 'No request yet.\nPoint a client at the base URL above.',
      items: (data) => data.requests,
      key: (request) => request.id,
      row: (request) => ({
        icon: request.status >= 400 || !request.status ? ['!', 'bad', 'refused'] : ['✓', 'out', 'accepted'],
        who: request.method + ' ' + request.path,
        what: request.errors.length ? request.errors[0].detail || request.errors[0].title : request.query ? '?' + request.query : 'no errors',
        when: request.at,
        badge: [request.status ? String(request.status) : 'no response', request.status >= 400 || !request.status ? 'bad' : 'good'],
      }),
      words: (request) => request.method + ' ' + request.path + ' ' + (request.status || 'without a response'),
      detail: (request) => [
        el('h2', { id: 'detail-title' }, request.method + ' ' + request.path),
        el('p', { class: 'lead' }, badge(request.status ? String(request.status) : 'no response', request.status >= 400 || !request.status ? 'bad' : 'good'), el('span', {}, exactTime(request.at)), request.fault ? badge('fault: ' + request.fault, 'warn') : null),
        ...problems(request.errors),
        facts(['Request id', el('code', {}, request.id)], ['Query', request.query ? el('code', {}, request.query) : null]),
        ...block('Request body', request.body),
        ...block('Response body', request.response),
      ],
    },
    faults: {
      title: 'Faults',
      none: 'No fault is waiting.',
      items: (data) => data.faults,
      key: (fault) => fault.id,
      row: (fault) => ({ icon: ['⚡', 'bad', 'fault'], who: fault.description.split(',')[0], what: fault.description.split(',').slice(1).join(',').trim(), when: null, badge: null }),
      words: (fault) => 'Fault ' + fault.description,
      detail: () => faultForm(),
      always: true,
    },
  };

  const aboutLink = (about) => {
    if (!about) return null;
    const view = state.data.messages.some((text) => text.id === about) ? 'texts' : state.data.calls.some((call) => call.id === about) ? 'calls' : state.data.orders.some((order) => order.id === about) ? 'orders' : null;
    return view ? link(view, about) : about;
  };

  function deliveriesOf(id) {
    const found = state.data.webhooks.filter((hook) => hook.about === id);
    if (found.length === 0) return [];
    return [el('h3', {}, 'Webhooks'), el('ol', { class: 'timeline' }, found.slice().reverse().map((hook) => el('li', { class: hook.status === 'failed' ? 'bad' : hook.status === 'delivered' ? 'good' : '' }, el('span', { class: 'at' }, time(hook.occurred_at)), el('span', {}, link('webhooks', hook.id, hook.event_type), ' ', el('span', { class: 'more' }, hook.url ? hook.status : 'no URL')))))];
  }

  function textActions(text) {
    const path = 'messages/' + encodeURIComponent(text.id) + '/mark';
    if (text.direction === 'inbound') {
      return [el('button', { type: 'button', 'data-key': 'reply', onclick: () => openDialog('sms', text.to[0], text.from) }, 'Text again')];
    }
    const answer = el('button', { type: 'button', 'data-key': 'reply', onclick: () => openDialog('sms', text.from, text.to[0]) }, 'Answer from this phone');
    if (!['queued', 'sending', 'sent', 'scheduled'].includes(text.status)) return [answer];
    return [answer, action('sent', 'Mark as sent', path, { status: 'sent' }), action('delivered', 'Mark as delivered', path, { status: 'delivered' }), action('failed', 'Let it fail', path, { status: 'delivery_failed', error_code: '40001' }, 'danger')];
  }

  function callActions(call) {
    const path = 'calls/' + encodeURIComponent(call.id) + '/';
    if (call.state === 'ended') return [];
    const buttons = [];
    if (call.direction === 'outgoing' && call.state === 'ringing') buttons.push(action('answer', 'Answer', path + 'answer', {}, 'primary'));
    if (call.direction === 'outgoing' && call.state === 'ringing') buttons.push(action('busy', 'Be busy', path + 'hang-up', { cause: 'user_busy' }));
    if (call.direction === 'outgoing' && call.state === 'answered') {
      buttons.push(action('human', 'Be a person', path + 'say-human'), action('machine', 'Be a machine', path + 'say-machine'), action('beep', 'Beep', path + 'greeting-ends', { beep: true }));
    }
    buttons.push(action('hangup', 'Hang up', path + 'hang-up', {}, 'danger'));
    return buttons;
  }

  function keypad(call) {
    return el('div', { class: 'keypad', role: 'group', 'aria-label': 'Keys of the phone' }, [...'123456789*0#'].map((digit) =>
      el('button', { type: 'button', 'data-key': 'key' + digit, onclick: async () => {
        try { await send('calls/' + encodeURIComponent(call.id) + '/press-digits', { digits: digit }); } catch (error) { toast(error.message); }
      } }, digit)));
  }

  const FAULTS = [
    ['rate_limited', '429, too many requests'], ['status', 'A status, such as 503'], ['lost_response', 'Carried out, but the response is lost'],
    ['connection_closed', 'Connection closed, not carried out'], ['connection_reset', 'Connection reset, not carried out'],
    ['truncated', 'Response cut off halfway'], ['trickled', 'Response trickled'], ['delayed', 'Response delayed'], ['malformed', 'No HTTP in the response'],
  ];

  function faultForm() {
    const form = el('form', { class: 'form', 'data-keep': 'fault', onsubmit: async (event) => {
      event.preventDefault();
      const entries = new FormData(form);
      const body = { kind: entries.get('kind'), times: Number(entries.get('times')) };
      if (entries.get('status') && body.kind === 'status') body.status = Number(entries.get('status'));
      if (entries.get('millis')) body.delay_ms = Number(entries.get('millis'));
      if (entries.get('path')) { body.method = entries.get('method'); body.path = entries.get('path'); }
      try { await send('faults', body); $('news').textContent = 'Fault added'; } catch (error) { toast(error.message); }
    } },
      el('label', {}, 'What goes wrong', el('select', { name: 'kind' }, FAULTS.map(([value, words]) => el('option', { value }, words)))),
      el('label', {}, 'Status', el('input', { name: 'status', type: 'number', min: '400', max: '599', value: '503' })),
      el('label', {}, 'For how many requests', el('input', { name: 'times', type: 'number', min: '1', max: '10000', value: '1' })),
      el('label', {}, 'Delay in milliseconds', el('input', { name: 'millis', type: 'number', min: '0', max: '60000' })),
      el('label', {}, 'Only this method', el('select', { name: 'method' }, ['POST', 'GET', 'PATCH', 'PUT', 'DELETE'].map((name) => el('option', {}, name)))),
      el('label', {}, 'and this path (empty: any request)', el('input', { name: 'path', placeholder: '/messages', autocomplete: 'off' })),
      el('div', { class: 'buttons' }, el('button', { class: 'primary', type: 'submit' }, 'Add the fault'), action('clear', 'Remove all', 'faults/clear', {}, 'danger')));
    return [el('h2', { id: 'detail-title' }, 'Add a fault'), el('p', { class: 'hint' }, 'The next requests that match go wrong in this way. The sandbox’s own pages are never hit.'), form];
  }

  // ---- drawing ----

  function drawRow(item, view) {
    const row = view.row(item);
    const [mark, kind, words] = row.icon;
    return el('a', { href: '#' + state.view + '/' + encodeURIComponent(view.key(item)) },
      el('span', { class: 'icon ' + kind, 'aria-hidden': 'true' }, mark),
      el('span', { class: 'who' }, el('span', { class: 'hidden' }, words + ' '), row.who),
      el('span', { class: 'when' }, time(row.when)),
      el('span', { class: 'what' }, row.what),
      row.badge ? badge(String(row.badge[0]).replaceAll('_', ' '), row.badge[1]) : el('span', {}));
  }

  /** Brings the list up to date and leaves rows that have not changed alone, so that the focus stays where it is. */
  function drawRows(view) {
    const rows = $('rows');
    const query = state.query.toLowerCase();
    const items = view.items(state.data).filter((item) => !query || JSON.stringify(item).toLowerCase().includes(query));
    const existing = new Map([...rows.children].map((row) => [row.dataset.id, row]));
    const wanted = items.slice(0, 300).map((item) => {
      const id = state.view + '/' + view.key(item);
      const version = JSON.stringify(view.row(item));
      let row = existing.get(id);
      if (!row) {
        row = el('li', { 'data-id': id, class: state.drawn === state.view ? 'fresh' : '' });
      }
      if (row.dataset.version !== version) {
        const focused = row.contains(document.activeElement);
        row.replaceChildren(drawRow(item, view));
        row.dataset.version = version;
        if (focused) row.firstChild.focus();
      }
      const current = state.id === view.key(item);
      if (current) row.firstChild.setAttribute('aria-current', 'true'); else row.firstChild.removeAttribute('aria-current');
      return row;
    });
    const keep = new Set(wanted);
    [...rows.children].filter((row) => !keep.has(row)).forEach((row) => row.remove());
    // Moving a node takes its focus away, so only those that stand elsewhere are moved.
    wanted.forEach((row, at) => { if (rows.children[at] !== row) rows.insertBefore(row, rows.children[at] || null); });
    $('empty').hidden = items.length > 0;
    $('empty').textContent = query ? 'Nothing here contains “' + state.query + '”.' : view.none;
    state.drawn = state.view;
  }

  function drawDetail(view) {
    const item = view.items(state.data).find((each) => view.key(each) === state.id);
    const body = $('detail-body');
    const shown = view.always ? { form: state.view } : item || null;
    const version = state.view + JSON.stringify(shown) + (item ? JSON.stringify(state.data.webhooks.filter((hook) => hook.about === state.id)) : '');
    if (body.dataset.version === version) return;
    const key = body.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    body.dataset.version = version;
    if (shown) body.replaceChildren(...view.detail(item).flat(3).filter((child) => child != null));
    else body.replaceChildren(el('h2', { id: 'detail-title', class: 'hidden' }, 'Nothing chosen'), el('p', { class: 'empty' }, state.id ? 'It is no longer there.' : 'Choose an entry of the list.'));
    if (key) (body.querySelector('[data-key="' + CSS.escape(key) + '"]') || $('detail')).focus();
  }

  /** The sandbox's clock runs with this machine's, or stands still. */
  function drawTime() {
    if (!state.data) return;
    const { now, manual_clock: still } = state.data.sandbox;
    const at = still ? now : new Date(Date.parse(now) + Date.now() - state.readAt).toISOString();
    $('now').textContent = exactTime(at).slice(0, 19) + (still ? ' (stands still)' : '');
    $('now').setAttribute('datetime', at);
  }

  function drawFrame() {
    const { sandbox } = state.data;
    $('base-url').textContent = sandbox.base_url;
    drawTime();
    const failing = state.data.requests.filter((request) => request.status >= 400 || !request.status).length;
    const undelivered = state.data.webhooks.filter((hook) => hook.status === 'failed').length;
    const alarms = { requests: failing, webhooks: undelivered };
    for (const [name, view] of Object.entries(views)) {
      const place = document.querySelector('[data-count="' + name + '"]');
      place.replaceChildren(String(view.items(state.data).length || ''), ...(alarms[name] ? [el('span', { class: 'hidden' }, ', ' + alarms[name] + ' failed')] : []));
      place.classList.toggle('alarm', Boolean(alarms[name]));
      const tab = document.querySelector('[data-view="' + name + '"]');
      if (name === state.view) tab.setAttribute('aria-current', 'page'); else tab.removeAttribute('aria-current');
    }
    $('clock-box').hidden = !sandbox.manual_clock;
    $('settings').replaceChildren(...facts(['Base URL', sandbox.base_url], ['API key', el('code', {}, sandbox.api_key)], ['Public key', el('code', {}, sandbox.public_key)]).childNodes);
    $('owned').replaceChildren(...state.data.numbers.map((number) => el('option', { value: number.phone_number })));
  }

  function draw() {
    if (!state.data) return;
    const view = views[state.view];
    $('list-title').textContent = view.title;
    document.title = view.title + ' · Telnyx sandbox';
    drawFrame();
    drawRows(view);
    drawDetail(view);
  }

  /** Reads aloud what has come since the last time; only what is new, and only for texts, calls and failures. */
  function announce() {
    const seen = new Set();
    const fresh = [];
    for (const name of ['texts', 'calls', 'requests', 'webhooks']) {
      for (const item of views[name].items(state.data)) {
        const key = name + '/' + views[name].key(item);
        seen.add(key);
        const bad = name === 'requests' ? item.status >= 400 : name === 'webhooks' ? item.status === 'failed' : true;
        if (bad) seen.add(key + '!');
        if (bad && state.known && !state.known.has(key + '!')) fresh.push(views[name].words(item));
      }
    }
    if (fresh.length) $('news').textContent = fresh.slice(0, 3).join('. ') + (fresh.length > 3 ? '. And ' + (fresh.length - 3) + ' more.' : '.');
    state.known = seen;
  }

  // ---- the way around ----

  function route() {
    const [name, ...rest] = location.hash.slice(1).split('/');
    const view = Object.hasOwn(views, name) ? name : 'texts';
    const id = rest.length ? decodeURIComponent(rest.join('/')) : null;
    const opened = id !== null && id !== state.id;
    if (view !== state.view) { state.query = ''; $('search').value = ''; }
    state.view = view;
    state.id = id;
    draw();
    if (opened && state.data && matchMedia('(max-width: 62rem)').matches) $('detail').scrollIntoView();
  }

  $('rows').addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [...$('rows').querySelectorAll('a')];
    const at = links.indexOf(document.activeElement);
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? links.length - 1 : step ? at + step : -1;
    if (at >= 0 && links[next]) { event.preventDefault(); links[next].focus(); }
  });
  $('search').addEventListener('input', () => { state.query = $('search').value; draw(); });
  window.addEventListener('hashchange', route);

  function openDialog(kind, to, from) {
    const dialog = $(kind + '-dialog');
    dialog.querySelector('.error').textContent = '';
    const form = dialog.querySelector('form');
    const owned = state.data && state.data.numbers[0];
    if (to) form.to.value = to; else if (!form.to.value && owned) form.to.value = owned.phone_number;
    if (from) form.from.value = from;
    dialog.showModal();
    (form.to.value ? form.text || form.from : form.to).focus();
  }

  for (const [kind, path, fields, view] of [['sms', 'receive-sms', ['from', 'to', 'text'], 'texts'], ['call', 'incoming-call', ['from', 'to'], 'calls']]) {
    const dialog = $(kind + '-dialog');
    const form = $(kind + '-form');
    $('open-' + kind).addEventListener('click', () => openDialog(kind));
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      try {
        const made = await send(path, Object.fromEntries(fields.map((field) => [field, form[field].value])));
        dialog.close();
        if (form.text) form.text.value = '';
        location.hash = '#' + view + '/' + encodeURIComponent(made.id);
      } catch (error) {
        dialog.querySelector('.error').textContent = error.message;
      }
    });
  }
  $('open-more').addEventListener('click', () => { $('more-dialog').querySelector('.error').textContent = ''; $('more-dialog').showModal(); });
  document.querySelectorAll('[data-close]').forEach((button) => button.addEventListener('click', () => button.closest('dialog').close()));
  const setting = (path, body, after) => async () => {
    try { await send(path, body()); after(); } catch (error) { $('more-dialog').querySelector('.error').textContent = error.message; }
  };
  $('reset').addEventListener('click', setting('reset', () => ({}), () => { $('more-dialog').close(); location.hash = '#texts'; }));
  $('advance').addEventListener('click', setting('clock/advance', () => ({ seconds: Number($('advance-seconds').value) }), () => {}));

  /** Asks for the state again and again; each response comes when something has changed. */
  async function follow() {
    let version = '';
    for (;;) {
      try {
        const response = await fetch('/_sandbox/state?after=' + version, { cache: 'no-store' });
        if (response.status === 200) {
          state.data = await response.json();
          state.readAt = Date.now();
          version = state.data.version;
          announce();
          draw();
        } else if (response.status !== 204) {
          throw new Error('status ' + response.status);
        }
        if (!$('link').classList.contains('on')) { $('link').textContent = 'Live'; $('link').className = 'link on'; }
      } catch {
        if (!$('link').classList.contains('off')) { $('link').textContent = 'The sandbox does not respond'; $('link').className = 'link off'; }
        version = '';
        await new Promise((resume) => setTimeout(resume, 1000));
      }
    }
  }

  setInterval(drawTime, 1000);
  route();
  follow();
})();
