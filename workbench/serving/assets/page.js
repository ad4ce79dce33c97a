// Tells the reader what the page is doing while it opens, and says so when the server is no longer heard.
(() => {
  "use strict";
  const steps = ["正在连接服务器…", "正在读取报送与结论…", "正在绘制界面…"];
  const LOST_AFTER = 1500; // milliseconds; a connection that comes back sooner is no loss
  const STOPPED = /"execution_state":\s*"(?:restarting|autorestarting|dead)"/;
  const SMALL = 8192; // bytes; the kernel's word on its state is short
  const element = (id) => document.getElementById(id);
  const SESSION_OVER = 4401; // the server's code for a session that ended
  let leaving = false;
  let over = false;

  function show(step) {
    const [text, bar] = [element("loading_text"), element("loading_bar")];
    if (text) text.textContent = steps[step];
    if (bar) bar.value = step + 1;
  }

  // Voila's page calls these while it runs the notebook.
  window.voila_heartbeat = () => {};
  window.voila_process = () => show(1);
  window.voila_finish = () => {
    show(2);
    window.display_cells();
  };
  window.display_cells = () => {
    if (!window.themeLoaded) {
      window.cellLoaded = true;
      return;
    }
    element("loading")?.remove();
    element("rendered_cells").style.display = "";
  };

  function say(id, shown) {
    const banner = element(id);
    if (banner && !leaving) banner.hidden = !shown;
  }

  function look(data) {
    const text = typeof data === "string" ? data : data instanceof ArrayBuffer && data.byteLength < SMALL ? new TextDecoder().decode(data) : "";
    if (text.length < SMALL && STOPPED.test(text)) say("kernel_stopped", true);
  }

  function watch(socket) {
    let timer;
    socket.addEventListener("open", () => say("connection_lost", false));
    socket.addEventListener("message", (event) => look(event.data));
    socket.addEventListener("close", (event) => {
      if (event.code === SESSION_OVER) over = true;
      if (over) {
        say("session_over", true);
        say("connection_lost", false);
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(() => say("connection_lost", socket.readyState === WebSocket.CLOSED && !reopened(socket)), LOST_AFTER);
    });
    sockets.push(socket);
    return socket;
  }

  const sockets = [];
  const reopened = (lost) => sockets.slice(sockets.indexOf(lost) + 1).some((each) => each.readyState === WebSocket.OPEN);
  window.addEventListener("pagehide", () => { leaving = true; });
  window.WebSocket = new Proxy(window.WebSocket, {
    construct: (Plain, given) => watch(new Plain(...given)),
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-reload]")) {
      event.preventDefault();
      location.reload();
    }
  });
})();
