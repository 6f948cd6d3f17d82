// Keeps an open story page true to the record. Everything here is a convenience: the page is whole without it.
const story = document.querySelector("[data-live]");
if (story) {
  const posts = document.getElementById("posts");
  const announcement = document.getElementById("announcement");
  const oldestFirst = story.dataset.order === "oldest";
  // Only the page at the live end of the story takes in new posts; others are told of edits and removals.
  const atLiveEnd = oldestFirst ? story.dataset.lastPage : story.dataset.firstPage;
  const title = document.title;
  const waiting = [];
  let position = Number(story.dataset.position);
  let paused = false;
  let source = null;
  let failures = 0;

  const element = html => {
    const template = document.createElement("template");
    template.innerHTML = html.trim();
    return template.content;
  };

  // ---- what the reader sees of waiting posts -------------------------------------------------------------------
  const pill = document.createElement("p");
  pill.className = "held";
  pill.hidden = true;
  const show = document.createElement("button");
  show.type = "button";
  pill.append(show);
  posts.before(pill);

  const order = document.querySelector(".order");
  const pause = document.createElement("button");
  pause.type = "button";
  pause.textContent = story.dataset.pause;
  pause.setAttribute("aria-pressed", "false");
  order.append(pause);

  const connection = document.createElement("p");
  connection.className = "connection";
  connection.hidden = true;
  connection.textContent = story.dataset.offline;
  order.after(connection);

  const tell = () => {
    const count = waiting.length;
    const words = count === 1 ? story.dataset.newOne : story.dataset.newMany.replace("{0}", count);
    pill.hidden = count === 0;
    show.textContent = words;
    document.title = count ? `(${count}) ${title}` : title;
    if (count) announcement.textContent = words;
  };

  // Someone who has scrolled into the text is reading: nothing may move under their eyes.
  const isReading = () => paused || document.hidden || (!oldestFirst && posts.getBoundingClientRect().top < -40);

  const place = post => {
    const time = Number(post.dataset.time);
    const later = other => Number(other.dataset.time) > time ||
      (Number(other.dataset.time) === time && Number(other.dataset.position) > Number(post.dataset.position));
    const before = [...posts.children].find(other => (oldestFirst ? later(other) : !later(other)));
    posts.insertBefore(post, before ?? null);
  };

  const insert = post => {
    if (document.getElementById(post.id)) return;
    post.classList.add("new");
    place(post);
  };

  const release = () => {
    for (const post of waiting.splice(0)) insert(post);
    tell();
  };

  show.addEventListener("click", () => {
    const first = waiting[waiting.length - 1];
    release();
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    first?.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "center" });
    const link = first?.querySelector("a");
    link?.focus({ preventScroll: true });
  });
  pause.addEventListener("click", () => {
    paused = !paused;
    pause.setAttribute("aria-pressed", String(paused));
    pause.textContent = paused ? story.dataset.resume : story.dataset.pause;
    if (!isReading()) release();
  });
  addEventListener("scroll", () => { if (waiting.length && !isReading()) release(); }, { passive: true });
  document.addEventListener("visibilitychange", () => { if (!isReading()) release(); });

  // ---- what the server tells -----------------------------------------------------------------------------------
  const drop = id => {
    document.getElementById(id)?.remove();
    const held = waiting.findIndex(post => post.id === id);
    if (held >= 0) waiting.splice(held, 1);
    tell();
  };

  const act = {
    post(data) {
      const post = element(data.html).firstElementChild;
      if (!post) return drop(data.id);
      if (!atLiveEnd || document.getElementById(data.id) || waiting.some(held => held.id === data.id)) return act.edit(data);
      if (isReading()) waiting.push(post);
      else {
        insert(post);
        announcement.textContent = story.dataset.newOne;
        return;
      }
      tell();
    },
    edit(data) {
      const post = element(data.html).firstElementChild;
      if (!post) return drop(data.id);
      const held = waiting.findIndex(other => other.id === data.id);
      if (held >= 0) waiting[held] = post;
      document.getElementById(data.id)?.replaceWith(post);
    },
    remove(data) {
      drop(data.id);
    },
    story(data) {
      for (const part of [...element(data.html).children]) document.getElementById(part.id)?.replaceWith(part);
    },
    facts(data) {
      const facts = element(data.html).firstElementChild;
      if (facts) document.getElementById("facts")?.replaceWith(facts);
    },
  };

  const take = (name, data) => {
    if (data.position <= position) return;
    position = data.position;
    act[name]?.(data);
  };

  // ---- the connection ------------------------------------------------------------------------------------------
  const query = live => {
    const address = new URL(live, location.href);
    address.searchParams.set("after", position);
    return address;
  };

  const connect = () => {
    source?.close();
    source = new EventSource(query(story.dataset.live));
    for (const name of Object.keys(act)) source.addEventListener(name, event => take(name, JSON.parse(event.data)));
    source.onopen = () => { failures = 0; connection.hidden = true; };
    source.onerror = () => {
      failures++;
      connection.hidden = failures < 2;
      // The browser tries again by itself unless the answer was final; after some failures we ask from time to time.
      if (source.readyState === EventSource.CLOSED || failures > 4) {
        source.close();
        poll();
      }
    };
  };

  const poll = async () => {
    let wait = 5;
    try {
      const language = story.dataset.lang ? `?lang=${story.dataset.lang}` : "";
      const answer = await fetch(story.dataset.changes + position + language);
      if (!answer.ok) throw new Error(answer.status);
      const changes = await answer.json();
      for (const change of changes.events) take(change.event, change.data);
      position = Math.max(position, changes.next);
      connection.hidden = true;
      if (changes.wait === null) return;
      wait = changes.wait;
      failures = 0;
    } catch {
      connection.hidden = false;
      wait = Math.min(60, 5 * 2 ** Math.min(failures++, 4));
    }
    // Polling is the exception: the stream is tried again each time the network answers.
    setTimeout(wait === 0 ? poll : failures ? poll : connect, Math.max(200, wait * 1000 * (0.8 + Math.random() * 0.4)));
  };

  addEventListener("online", connect);
  addEventListener("pageshow", event => { if (event.persisted) connect(); });
  addEventListener("pagehide", () => source?.close());
  connect();
}
