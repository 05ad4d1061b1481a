import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Finding } from "../../src/sheet";
import { count } from "../format/amounts";
import type { ProblemGroup } from "../format/problem-groups";
import { Button } from "./button";
import { LongList } from "./long-list";

export interface ProblemListProps {
  readonly groups: readonly ProblemGroup[];
  readonly language: string;
  /** The address of the finding's cell as Excel shows it. */
  readonly addressOf: (finding: Finding) => string;
  readonly onShow: (finding: Finding) => void;
}

/** What is wrong, grouped by kind; each problem with its sentence and a way to its cell. */
export function ProblemList({ groups, ...rest }: ProblemListProps): JSX.Element {
  return (
    <div class="problems">
      {groups.map((group) => (
        <Group key={`${group.severity} ${group.code}`} group={group} {...rest} />
      ))}
    </div>
  );
}

type GroupProps = Omit<ProblemListProps, "groups"> & { readonly group: ProblemGroup };

function Group({ group, ...rest }: GroupProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const [only] = group.findings;
  if (group.findings.length === 1 && only !== undefined) return <Single finding={only} {...rest} />;
  return (
    <section class="problem-group">
      <button type="button" class="opener" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Mark severity={group.severity} />
        <span class="opener-title">{group.title}</span>
        <fluent-badge appearance="tint" color={badgeColour[group.severity]} size="small">
          {count(group.findings.length, rest.language)}
        </fluent-badge>
      </button>
      {open && <Findings group={group} {...rest} />}
    </section>
  );
}

const badgeColour: Record<Finding["severity"], string> = { error: "danger", warning: "warning" };

// Sentences wrap to different heights: up to this many are drawn in full, more of them in rows of one height.
const drawnInFull = 30;

function Findings({ group, ...rest }: GroupProps): JSX.Element {
  const { findings } = group;
  if (findings.length <= drawnInFull) {
    return (
      <ul class="list" aria-label={group.title}>
        {findings.map((finding) => (
          <li key={`${finding.row}/${finding.column}`}>
            <Single finding={finding} {...rest} />
          </li>
        ))}
      </ul>
    );
  }
  const line = (index: number): JSX.Element | null => {
    const finding = findings[index];
    return finding === undefined ? null : <Single finding={finding} brief {...rest} />;
  };
  return <LongList label={group.title} count={findings.length} rowHeight={64} row={line} />;
}

type SingleProps = Omit<GroupProps, "group"> & { readonly finding: Finding; readonly brief?: boolean };

function Single({ finding, addressOf, onShow, brief }: SingleProps): JSX.Element {
  const address = addressOf(finding);
  return (
    <div class={brief === true ? "problem brief" : "problem"}>
      <Mark severity={finding.severity} />
      <p class="problem-words" title={brief === true ? finding.sentence : ""}>
        <b>{address}</b> {finding.sentence}
      </p>
      <Button small appearance="outline" onPress={() => onShow(finding)} name={`Show cell ${address}`}>
        Show cell
      </Button>
    </div>
  );
}

/** A word for those who cannot see the colour, drawn as a sign for those who can. */
function Mark({ severity }: { readonly severity: Finding["severity"] }): JSX.Element {
  return (
    <span class={`mark ${severity}`} role="img" aria-label={severity === "error" ? "Error" : "Warning"}>
      {severity === "error" ? "✕" : "!"}
    </span>
  );
}
