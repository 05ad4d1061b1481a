import { connections } from "../../taskpane/state/connections";

/** Puts a connection in use, as the connection form does, without a browser's drawers. */
export function connectTo(system: string, baseUrl: string, token = "", businessId = "test-company"): void {
  const profile = { id: "test", name: "Books", system, baseUrl, businessId, userEmail: "", remember: false };
  connections.set({ profiles: [profile], activeId: profile.id, tokens: { test: token } });
}
