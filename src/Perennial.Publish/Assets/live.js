// Keeps an open story page true to the record. Everything here is a convenience: the page is whole without it.
const story = document.querySelector("[data-live]");
if (story) {
  const texts = story.dataset;
  const posts = document.getElementById("posts");
  const announcement = document.getElementById("announcement");
  const oldestFirst = texts.order === "oldest";
  // Only the page at the live end of the story takes in new posts; others are told of edits and removals.
  const atLiveEnd = Boolean(oldestFirst ? texts.lastPage : texts.firstPage);
  const holdsOldest = Boolean(oldestFirst ? texts.firstPage : texts.lastPage);
  const waiting = [];
  let title = document.title;
  let paused = false;

  const make = (name, className) => Object.assign(document.createElement(name), { className, hidden: true });
  const elements = html => {
    const template = document.createElement("template");
    template.innerHTML = html ?? "";
    return [...template.content.children];
  };

  // ---- posts that wait -----------------------------------------------------------------------------------------
  const pill = make("p", "held");
  const show = document.createElement("button");
  show.type = "button";
  pill.append(show);
  posts.before(pill);

  const pause = document.createElement("button");
  pause.type = "button";
  document.querySelector(".order").append(pause);

  const tell = () => {
    const count = waiting.length;
    pill.hidden = !count;
    show.textContent = count === 1 ? texts.newOne : texts.newMany.replace("{0}", count);
    pause.textContent = paused ? texts.resume : texts.pause;
    document.title = count ? `(${count}) ${title}` : title;
  };

  const say = words => { announcement.textContent = words; };

  // Nothing may move under the eyes of someone who has scrolled into the text, marks words in it or has the focus there.
  const isIn = node => node && node !== posts && posts.contains(node);
  const isReading = () => paused || document.hidden || isIn(document.activeElement) ||
    (!getSelection().isCollapsed && isIn(getSelection().anchorNode)) ||
    (!oldestFirst && posts.getBoundingClientRect().top < -40);

  const isLater = (one, other) =>
    (one.dataset.time - other.dataset.time || one.dataset.position - other.dataset.position) > 0;

  const insert = post => {
    const before = [...posts.children].find(other => oldestFirst ? isLater(other, post) : isLater(post, other));
    const older = oldestFirst ? before && before === posts.firstElementChild : !before && posts.lastElementChild;
    // A late report of an early hour may belong to another page.
    if (older && !holdsOldest) return;
    post.classList.add("new");
    posts.insertBefore(post, before ?? null);
  };

  const release = () => {
    for (const post of waiting.splice(0)) insert(post);
    caught = position;
    tell();
  };

  show.addEventListener("click", () => {
    const newest = waiting.reduce((one, other) => isLater(one, other) ? one : other);
    release();
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    // The stream, not the post: the next tab stop is the newest, and the reader is not taken to be in the text.
    posts.focus({ preventScroll: true });
    newest.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "center" });
  });
  pause.addEventListener("click", () => {
    paused = !paused;
    tell();
    releaseUnlessReading();
  });
  const releaseUnlessReading = () => { if (waiting.length && !isReading()) release(); };
  addEventListener("scroll", releaseUnlessReading, { passive: true });
  posts.addEventListener("focusout", () => setTimeout(releaseUnlessReading));
  tell();

  // A key event that stands on this page is here, not on a page of its own.
  story.addEventListener("click", event => {
    const link = event.target.closest?.("a[data-post]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !document.getElementById(link.dataset.post)) return;
    event.preventDefault();
    location.hash = link.dataset.post;
  });

  // ---- what the server tells -----------------------------------------------------------------------------------
  // Puts a part in the place of the one that stands; whoever had the focus in it keeps it.
  const replace = (old, part) => {
    if (!old || old.isEqualNode(part)) return;
    const inside = old.contains(document.activeElement) && document.activeElement.getAttribute("href");
    // What a reader has unfolded stays so.
    for (const { id } of old.querySelectorAll("details[open][id]")) part.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
    old.replaceWith(part);
    if (inside) part.querySelector(`[href="${CSS.escape(inside)}"]`)?.focus({ preventScroll: true });
  };

  // A state that follows if nothing comes is shown when its time is there: by how long it takes, whatever the clock here says.
  let turns = [];
  const turnStates = () => {
    turns.forEach(clearTimeout);
    turns = [...document.querySelectorAll("#head [data-after]")].map(label => setTimeout(() => {
      for (const other of label.parentNode.children) other.hidden = other !== label;
    }, label.dataset.after * 1000));
  };
  turnStates();

  const replaceParts = html => {
    for (const part of elements(html)) {
      replace(document.getElementById(part.id), part);
      if (part.dataset.title) title = part.dataset.title;
      if (part.id === "head") turnStates();
    }
    tell();
  };

  const drop = id => {
    document.getElementById(id)?.remove();
    const held = waiting.findIndex(post => post.id === id);
    if (held >= 0) waiting.splice(held, 1);
  };

  const act = {
    post(data) {
      const [post] = elements(data.html);
      if (!post) return drop(data.id);
      if (!atLiveEnd || document.getElementById(data.id) || waiting.some(held => held.id === data.id)) return act.edit(data);
      if (isReading()) {
        waiting.push(post);
        tell();
        say(show.textContent);
      } else {
        insert(post);
        say(`${texts.newOne}: ${post.querySelector(".title")?.textContent ?? ""}`);
      }
    },
    edit(data) {
      const [post] = elements(data.html);
      if (!post) return drop(data.id);
      const held = waiting.findIndex(other => other.id === data.id);
      if (held >= 0) waiting[held] = post;
      else replace(document.getElementById(data.id), post);
    },
    remove(data) {
      if (data.id === texts.story) close();
      else drop(data.id);
    },
    posts(data) {
      const here = elements(data.html);
      for (const id of data.id.split(" ")) act.post({ id, html: here.find(post => post.id === id)?.outerHTML });
    },
    merged(data) {
      if (!data.html) return close();
      // What has been read stays; nothing more will come to it here.
      over = true;
      release();
      offline.replaceChildren(...elements(data.html));
      offline.hidden = false;
      turn.abort();
    },
    story(data) { replaceParts(data.html); },
    facts(data) { replaceParts(data.html); },
  };

  const take = (name, data) => {
    // What has been seen is not taken twice, however the connection was cut.
    if (data.position <= position) return;
    position = data.position;
    act[name]?.(data);
    replaceParts(data.parts);
    if (!waiting.length) caught = position;
  };

  // ---- the connection ------------------------------------------------------------------------------------------
  // A page that is looked at has a stream; one behind another tab asks from time to time, since a browser opens only
  // six connections to a host. The stream is read here rather than by EventSource, which can't tell a quiet story from
  // a connection that died in its sleep: the server gives a sign of life every 20 s.
  // Pages of one story in one language share a stream: one has it and hands on what it hears, the others overhear that,
  // and when it leaves the next one has it.
  const shared = `live/${texts.story}/${texts.lang ?? ""}`;
  const line = navigator.locks && new BroadcastChannel(shared);
  const silence = 45_000;
  const graceWhenHidden = 10_000;
  const paceWhenHidden = 15_000;
  const longestWait = 60_000;
  let position = Number(texts.position);
  let caught = position; // up to where the reader has been shown everything
  let retry = 3_000;
  let failures = 0; // in a row
  let deaf = 0; // streams in a row that brought nothing
  let asked = 0;
  let heard = 0;
  let streaming = false;
  let alone = false; // whoever had the shared stream fell silent
  let over = false;
  let away = false;
  let turn = new AbortController();

  const offline = make("p", "connection");
  offline.setAttribute("role", "status");
  document.body.append(offline);
  const notice = words => {
    offline.hidden = !words;
    offline.textContent = words ?? "";
  };

  // The story is no longer open to readers: nor is it here.
  const close = () => {
    over = true;
    waiting.length = 0;
    posts.replaceChildren();
    for (const id of ["facts", "key-events"]) document.getElementById(id)?.remove();
    tell();
    notice(texts.closed);
    turn.abort();
  };

  const get = async (address, signal) => {
    const answer = await fetch(address, { signal });
    if (signal && answer.status === 404) close();
    if (!answer.ok) throw new Error(answer.status);
    failures = 0;
    notice();
    return answer;
  };

  const hear = text => {
    const field = {};
    for (const line of text.split("\n")) {
      const colon = line.indexOf(": ");
      if (colon > 0) field[line.slice(0, colon)] = line.slice(colon + 2);
    }
    if (field.retry) retry = Number(field.retry);
    if (!field.data) return;
    const data = JSON.parse(field.data);
    line?.postMessage({ event: field.event, data, after: position });
    take(field.event, data);
  };

  const stream = async signal => {
    const address = new URL(texts.live, location.href);
    address.searchParams.set("after", position);
    const reader = (await get(address, signal)).body.pipeThrough(new TextDecoderStream()).getReader();
    for (let text = ""; ;) {
      const { value, done } = await reader.read();
      if (done) return retry;
      deaf = 0;
      heard = Date.now();
      line?.postMessage({});
      const events = (text + value).split("\n\n");
      text = events.pop();
      events.forEach(hear);
    }
  };

  // Asks once for what is new.
  const look = async signal => {
    const answer = await get(texts.changes + position + (texts.lang ? `?lang=${texts.lang}` : ""), signal);
    const changes = await answer.json();
    for (const change of changes.events) take(change.event, change.data);
    return changes;
  };

  // Takes what the page with the stream hands on, until that page leaves.
  const overhear = async signal => {
    const told = [];
    let wake;
    line.onmessage = ({ data }) => {
      deaf = 0;
      heard = Date.now();
      if (data.event) told.push(data);
      wake?.();
    };
    const free = navigator.locks.request(shared, { signal }, () => true);
    free.catch(() => {});
    try {
      for (let behind = true; ;) {
        if (behind) {
          // Once no cache can hold an answer from before we listened; then nothing is missed in between.
          await rest(1_500, signal);
          while ((await look(signal)).events.length);
          behind = false;
        } else if (!told.length) {
          if (await Promise.race([free, new Promise(done => { wake = done; })])) return 0;
        } else if (told[0].after > position) behind = true;
        else {
          const { event, data } = told.shift();
          take(event, data);
        }
      }
    } finally {
      line.onmessage = null;
      alone = Date.now() - heard > silence;
    }
  };

  const listen = async signal => {
    streaming = true;
    heard = Date.now();
    deaf++;
    const watch = setInterval(() => { if (Date.now() - heard > silence) turn.abort(); }, 5_000);
    try {
      if (!line || alone) return await stream(signal);
      return await navigator.locks.request(shared, { ifAvailable: true }, lock => (lock ? stream : overhear)(signal));
    } finally {
      streaming = false;
      clearInterval(watch);
    }
  };

  const ask = async signal => {
    // Where streams don't get through, asking does; a stream is tried again from time to time.
    if (++asked % 20 === 0) deaf = 0;
    const changes = await look(signal);
    // The server sets the pace, and can tell us to stop.
    if (changes.wait === null) return null;
    if (document.hidden) return Math.max(changes.wait * 1000, paceWhenHidden);
    return deaf > 2 ? changes.wait * 1000 : 0;
  };

  // Until the time has passed, a little earlier or later for each reader, or until something makes it worth a try.
  const rest = (time, signal) => new Promise(done => {
    if (signal.aborted) return done();
    signal.addEventListener("abort", done);
    if (time !== null) setTimeout(done, time * (0.8 + Math.random() * 0.4));
  });

  const follow = async () => {
    while (!over) {
      turn = new AbortController();
      const { signal } = turn;
      let time = null;
      try {
        if (!away) time = await (document.hidden || deaf > 2 || failures % 2 ? ask : listen)(signal);
      } catch {
        if (!signal.aborted) failures++;
        time = Math.min(retry * 2 ** Math.max(0, failures - 1), longestWait);
        if (failures > 1 && !over) notice(texts.offline);
      }
      await rest(time, signal);
    }
  };

  // ---- since the reader was here -------------------------------------------------------------------------------
  // Which position of which story was shown last stays in this browser, and nowhere else.
  const mostStories = 100;
  const seen = () => {
    try { return Object.entries(JSON.parse(localStorage.getItem("seen")) ?? {}); } catch { return []; }
  };
  const keep = () => {
    if (!atLiveEnd || over) return;
    const others = seen().filter(([id]) => id !== texts.story).slice(1 - mostStories);
    try { localStorage.setItem("seen", JSON.stringify(Object.fromEntries([...others, [texts.story, caught]]))); } catch { /* not here */ }
  };
  const lastTime = Number(seen().find(([id]) => id === texts.story)?.[1]);
  if (lastTime < position && !document.getElementById("since")) {
    get(texts.since + lastTime + (texts.lang ? `?lang=${texts.lang}` : "")).then(answer => answer.text()).then(html => {
      const [part] = elements(html);
      // Not under the eyes of someone who is reading already, and not to say that nothing happened.
      if (!part?.querySelector("ul, .correction") || scrollY > 40) return;
      document.getElementById("head").after(part);
      say(part.querySelector("h2").textContent);
    }).catch(() => {});
  }
  keep();

  const wake = () => {
    deaf = failures = 0;
    turn.abort();
  };
  let hiding;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(hiding);
    keep();
    if (document.hidden) hiding = setTimeout(() => turn.abort(), graceWhenHidden);
    else {
      releaseUnlessReading();
      if (!streaming || Date.now() - heard > silence / 2) wake();
    }
  });
  addEventListener("online", wake);
  addEventListener("pagehide", () => { keep(); away = true; turn.abort(); });
  addEventListener("pageshow", () => { if (away) { away = false; wake(); } });
  follow();
}
