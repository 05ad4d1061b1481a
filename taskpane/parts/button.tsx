import type { ComponentChildren, JSX } from "preact";

interface ButtonProps {
  readonly onPress: () => void;
  readonly children: ComponentChildren;
  readonly appearance?: "primary" | "outline" | "subtle";
  readonly small?: boolean;
  readonly disabled?: boolean;
  /** Said to screen readers where the visible words need their neighbours to make sense. */
  readonly name?: string;
}

export function Button({ onPress, children, appearance, small, disabled, name }: ButtonProps): JSX.Element {
  return (
    // The component tells its role to assistive software only; as an attribute, every tool that judges a page sees it.
    <fluent-button
      role="button"
      appearance={appearance ?? "outline"}
      size={small === true ? "small" : "medium"}
      disabled={disabled === true}
      aria-disabled={disabled === true}
      onClick={onPress}
      {...(name === undefined ? {} : { "aria-label": name })}
    >
      {children}
    </fluent-button>
  );
}
