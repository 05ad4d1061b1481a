import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { bookNamed, namedBooks } from "../../src/sync";
import { Button } from "../parts/button";
import { Choice } from "../parts/choice";
import { TextField } from "../parts/text-field";
import { useStore } from "../parts/use-store";
import { bookState, chooseBook } from "../state/book";

/** The book that charges belong to: one of the usual ones, or a name of one's own. */
export function BookChoice(): JSX.Element {
  const { book } = useStore(bookState);
  const [naming, setNaming] = useState(false);
  const names = [...new Set([...namedBooks, book])];
  const options = [...names.map((name) => ({ value: name, label: name })), { value: another, label: "Another …" }];
  return (
    <>
      <Choice
        label="Book"
        value={naming ? another : book}
        options={options}
        onChoice={(chosen) => {
          setNaming(chosen === another);
          if (chosen !== another && chosen !== book) void chooseBook(chosen);
        }}
      />
      {naming && <NewBook onNamed={() => setNaming(false)} />}
    </>
  );
}

const another = "";

function NewBook({ onNamed }: { readonly onNamed: () => void }): JSX.Element {
  const [typed, setTyped] = useState("");
  const named = bookNamed(typed);
  return (
    <>
      <TextField
        label="Name of the book"
        value={typed}
        onValue={setTyped}
        problem={typed === "" || named.ok ? undefined : named.problem}
        hint="Its charges, statuses and schedule are kept apart from those of every other book."
      />
      <Button
        disabled={!named.ok}
        onPress={() => {
          if (!named.ok) return;
          void chooseBook(named.value);
          onNamed();
        }}
      >
        Use this book
      </Button>
    </>
  );
}
