/// The shared runtime's page. functions.js has registered the formulas before this runs; the pane itself is loaded when Office is ready.

type Pane = typeof import("./pane");

let loading: Promise<Pane> | undefined;

/** The pane, loaded once; the ribbon may ask for it before it is ever shown. */
function loadPane(): Promise<Pane> {
  loading ??= import(/* webpackChunkName: "pane" */ "./pane");
  return loading;
}

async function openPane(): Promise<void> {
  const root = document.getElementById("pane");
  if (root === null) throw new Error("taskpane.html must hold an element with the id pane.");
  const pane = await loadPane();
  pane.mount(root);
}

/** Runs one of the ribbon's commands. Office waits for `completed`, whatever happens. */
async function command(event: Office.AddinCommands.Event, run: (pane: Pane) => Promise<void>): Promise<void> {
  try {
    await run(await loadPane());
  } finally {
    event.completed();
  }
}

/** The actions that manifest.xml names, each with what it does. */
const commands: Readonly<Record<string, (pane: Pane) => Promise<void>>> = {
  insertRegister: (pane) => pane.insertRegisterCommand(),
  postSchedule: (pane) => pane.postScheduleCommand(),
};

function associateCommands(): void {
  for (const [id, run] of Object.entries(commands)) {
    Office.actions.associate(id, (event: Office.AddinCommands.Event) => void command(event, run));
  }
}

void Office.onReady((info) => {
  // Outside Office there is neither host nor ribbon, although Office's types promise a host.
  if ((info.host as Office.HostType | null) !== null) associateCommands();
  return openPane();
});
