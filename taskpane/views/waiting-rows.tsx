import type { JSX } from "preact";
import type { Plan } from "../../src/sync";
import { counted } from "../format/amounts";
import { Button } from "../parts/button";
import { Notice } from "../parts/notice";
import { goOnWithoutEarlier } from "../state/post";

/** Rows that wait because an earlier month of their asset is not posted, and the one choice there is about them. */
export function WaitingRows({
  plan,
  language,
}: {
  readonly plan: Plan;
  readonly language: string;
}): JSX.Element | null {
  const waiting = plan.rows.filter((step) => step.kind === "blocked" && step.code === "earlier-month-missing").length;
  if (waiting === 0) return null;
  const verb = waiting === 1 ? "waits" : "wait";
  return (
    <>
      <Notice intent="warning">
        {counted(waiting, "row", language)} {verb} for earlier months that are not posted.
      </Notice>
      <Button onPress={() => void goOnWithoutEarlier()}>Go on without the earlier months</Button>
    </>
  );
}
