// Shows the copy button where the browser can copy, and says so when it has.
document.querySelectorAll("button.copy").forEach(function (button) {
  if (!navigator.clipboard) { return; }
  var words = button.textContent;
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", function () {
    navigator.clipboard.writeText(button.dataset.copy).then(function () {
      button.textContent = button.dataset.done;
      setTimeout(function () { button.textContent = words; }, 2000);
    });
  });
});
