// Suggestions under the search box: an ARIA 1.2 combobox. The form works without it.
(() => {
  const input = document.getElementById("q");
  if (!input) { return; }
  const say = input.form.dataset;
  let active = -1, asked = 0, timer = 0, composing = false;

  const set = (element, attributes) => {
    for (const name in attributes) { element.setAttribute(name, attributes[name]); }
    return element;
  };
  const add = (parent, tag, attributes) => set(parent.appendChild(document.createElement(tag)), attributes);
  const list = add(input.parentNode, "ul", { id: "suggest", role: "listbox", "aria-labelledby": "q-label" });
  const options = list.children;
  const status = add(input.form, "p", { class: "unseen", role: "status" });

  // A text, what lies in a range marked, with gaps where it is cut.
  const write = (parent, text, ranges, cuts = []) => {
    let last;
    [...text].forEach((character, place) => {
      const tag = ranges.some((range) => range.from <= place && place < range.until) ? "mark" : "span";
      const cut = cuts.includes(place) ? "cut" : "";
      if (cut || !last || last.localName !== tag) { last = add(parent, tag, { class: cut }); }
      last.textContent += character;
    });
  };
  const option = (one, number) => {
    const item = add(list, "li", { id: "suggest-" + number, role: "option", "data-key": one.key });
    const note = (text) => { add(item, "i").textContent = text; };
    const tell = (text, tag, cuts) => write(add(item, tag, { lang: "zh" }), text, text === one.matchedName ? one.matched : [], cuts);
    tell(one.name, "b");
    if (one.isFormer) { note(say.former); tell(one.matchedName, "b"); }
    tell(one.key, "code", one.key.length === 18 ? [2, 8, 17] : []);
    if (say[one.why]) { note(say[one.why]); }
  };
  const choose = (place) => {
    active = place;
    input.removeAttribute("aria-activedescendant");
    [...options].forEach((item, number) => item.setAttribute("aria-selected", number === place));
    if (place < 0) { return; }
    input.setAttribute("aria-activedescendant", options[place].id);
    options[place].scrollIntoView({ block: "nearest" });
  };
  const show = (all, words) => {
    list.textContent = "";
    all.forEach(option);
    choose(-1);
    input.setAttribute("aria-expanded", all.length > 0);
    status.textContent = words;
  };
  const close = () => {
    clearTimeout(timer);
    asked += 1;
    show([], "");
  };
  const ask = async () => {
    const text = input.value.trim(), mine = asked += 1;
    if ([...text].length < 2) { return close(); }
    const answer = await fetch(say.suggest + encodeURIComponent(text)).then((it) => it.ok && it.json()).catch(() => 0);
    if (mine !== asked) { return; }
    const all = answer ? answer.suggestions : [], count = all.length;
    show(all, count > 1 ? say.many.replace("#", count) : count ? say.one : answer ? say.none : "");
  };
  const later = () => {
    choose(-1);
    clearTimeout(timer);
    if (!composing) { timer = setTimeout(ask, 120); }
  };
  const open = (item) => { location.href = say.file.replace("/file/-", "/file/" + item.dataset.key); };

  input.type = "text";
  set(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": "suggest" });
  close();
  input.addEventListener("compositionstart", () => { composing = true; clearTimeout(timer); });
  input.addEventListener("compositionend", () => { composing = false; later(); });
  input.oninput = later;
  input.onblur = close;
  input.onkeydown = (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key], ring = options.length + 1;
    if (composing || event.isComposing) { return; }
    if (by && ring > 1) { choose((active + 1 + by + ring) % ring - 1); }
    else if (by > 0) { ask(); }
    else if (event.key === "Enter" && active >= 0) { open(options[active]); }
    else if (event.key === "Escape" && ring > 1) { close(); }
    else { return; }
    event.preventDefault();
  };
  list.onmousedown = () => false;
  list.onclick = (event) => open(event.target.closest("li"));
})();
