// The check page: a file can be dropped onto its form, sending shows how far it is, and so does the check. All works without it.
(() => {
  const form = document.querySelector("form.check");
  const box = document.getElementById("progress");
  const later = (work, time) => setTimeout(work, time);

  const follow = async () => {
    const answer = await fetch(box.dataset.progress, { cache: "no-store" }).catch(() => 0);
    if (!answer) { return later(follow, 3000); }
    if (!answer.ok) { return location.reload(); }
    const state = await answer.json();
    if (state.state === "done" || state.state === "failed") { return location.reload(); }
    const words = state.state === "waiting" ? box.dataset.waiting.replace("#", state.ahead)
      : box.dataset.running.replace("#", state.rows.toLocaleString("en")).replace("(%", "(" + state.percent)
        .replace("（%", "（" + state.percent);
    box.querySelector("[role=status]").textContent = words;
    box.querySelector("progress").value = state.percent || 0;
    later(follow, 700);
  };
  if (box) { later(follow, 300); }
  if (!form) { return; }

  const input = form.querySelector("[type=file]"), drop = form.querySelector(".drop"), said = document.getElementById("said");
  const sending = form.querySelector(".sending"), button = form.querySelector("[type=submit]");
  const tell = (words) => {
    said.textContent = "";
    const panel = said.appendChild(document.createElement("div"));
    panel.className = "panel wrong";
    panel.appendChild(document.createElement("p")).textContent = words;
    said.scrollIntoView({ block: "nearest" });
  };
  const rest = (words) => {
    sending.hidden = true;
    button.disabled = false;
    if (words) { tell(words); }
  };
  const send = () => {
    if (input.files[0] && input.files[0].size > Number(form.dataset.limit)) { return tell(form.dataset.large); }
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.responseType = "document";
    said.textContent = "";
    sending.hidden = false;
    button.disabled = true;
    request.upload.onprogress = (event) => {
      const percent = event.lengthComputable ? Math.floor(100 * event.loaded / event.total) : 0;
      sending.querySelector("progress").value = percent;
      sending.querySelector("span").textContent = form.dataset.sending.replace("#", percent);
    };
    request.onerror = () => rest(form.dataset.lost);
    request.onload = () => {
      if (request.status === 200) { return location.assign(request.responseURL); }
      const told = request.response && request.response.getElementById("said");
      rest();
      if (told) { said.replaceWith(document.importNode(told, true)); location.hash = "said"; } else { tell(form.dataset.lost); }
    };
    request.send(new FormData(form));
  };

  form.querySelectorAll(".scripted").forEach((element) => { element.hidden = false; });
  form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
  ["dragenter", "dragover", "dragleave", "drop"].forEach((kind) => drop.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.toggle("over", kind === "dragenter" || kind === "dragover");
  }));
  drop.addEventListener("drop", (event) => {
    if (event.dataTransfer.files.length) { input.files = event.dataTransfer.files; }
  });
})();
