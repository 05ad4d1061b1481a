/// Lets go of Fluent's elements once they have left the page. FAST 3.0.3 tells every element that it ever made of new
/// templates of its component, so it keeps them all, and with them all that their last handlers saw: a preview's plan,
/// two megabytes for 5,000 rows, each time (github.com/microsoft/fast/issues/7684). Fluent's templates never change.
import { ElementController, FASTElementDefinition } from "@microsoft/fast-element";

interface Controlled extends HTMLElement {
  $fastController?: ElementController;
}

ElementController.forCustomElement = (element: Controlled) => {
  const definition = FASTElementDefinition.getForInstance(element);
  if (definition === undefined) throw new Error(`${element.localName} is not defined.`);
  element.$fastController ??= new ElementController(element, definition);
  return element.$fastController;
};
