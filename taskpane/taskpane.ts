/// The shared runtime's page. functions.js has registered the formulas before this runs; the pane itself is loaded when Office is ready.

async function openPane(): Promise<void> {
  const root = document.getElementById("pane");
  if (root === null) throw new Error("taskpane.html must hold an element with the id pane.");
  const { mount } = await import(/* webpackChunkName: "pane" */ "./pane");
  mount(root);
}

void Office.onReady(openPane);
