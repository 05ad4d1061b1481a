import { cents, ok, type AssetTerms, type Day, type Result, type ScheduleRow } from "../../../src/engine";
import type { AssetBook, Balances, Movement, MovementKind } from "../../../src/engine/books";
import { openRegister, type Register, type RegisterAsset } from "../../../src/engine/register";
import { value } from "../random-assets";
import { asset, day, terms, type Row } from "./assets";

type Amounts = Partial<Record<"cost" | "accumulated" | "impairment" | "surplus" | "proceeds" | "profit", number>>;

/** A movement as an accountant would write it down, in whole currency units times 100. */
export function moved(
  on: string | Day,
  kind: MovementKind,
  amounts: Amounts,
  rest: Pick<Movement, "assetClass" | "counterAccount"> = {},
): Movement {
  const of = (name: keyof Amounts): ReturnType<typeof cents> => cents(amounts[name] ?? 0);
  return {
    day: typeof on === "string" ? day(on) : on,
    kind,
    cost: of("cost"),
    accumulated: of("accumulated"),
    impairment: of("impairment"),
    surplus: of("surplus"),
    proceeds: of("proceeds"),
    profit: of("profit"),
    ...rest,
  };
}

/** An asset whose movements are given, so that adding up is judged apart from working out. */
export interface HandMade {
  readonly asset: RegisterAsset;
  readonly book: AssetBook;
}

export function handMade(
  row: Row,
  inService: string,
  movements: readonly Movement[],
  opening?: NonNullable<AssetTerms["opening"]>,
): HandMade {
  const cost = (movements[0]?.cost ?? 0) / 100;
  const of = terms(inService, { cost, lifeMonths: 120, ...(opening === undefined ? {} : { opening }) });
  // That there is an event is all that matters: what it did stands in the movements.
  const withEvents = { ...of, events: [{ type: {} }] } as unknown as AssetTerms;
  return { asset: asset(row, withEvents), book: bookOfMovements(movements) };
}

export function openedByHand(...assets: readonly HandMade[]): Register {
  const eventsOf = ({ terms: given }: RegisterAsset): unknown => (given.ok ? given.value.events : undefined);
  const books = new Map(assets.map(({ asset: one, book }) => [eventsOf(one), book]));
  const open = (of: AssetTerms): Result<AssetBook> => ok(books.get(of.events) ?? bookOfMovements([]));
  return value(
    openRegister(
      assets.map((one) => one.asset),
      open,
    ),
  );
}

function bookOfMovements(movements: readonly Movement[]): AssetBook {
  const sum = (upTo: readonly Movement[], name: keyof Balances): ReturnType<typeof cents> =>
    cents(upTo.reduce((total, movement) => total + movement[name], 0));
  return {
    rows: [] as readonly ScheduleRow[],
    movements,
    balancesAt: (on) => {
      const gone = movements.filter((movement) => movement.day <= on);
      return {
        cost: sum(gone, "cost"),
        accumulated: sum(gone, "accumulated"),
        impairment: sum(gone, "impairment"),
        surplus: sum(gone, "surplus"),
      };
    },
    lastDay: movements.at(-1)?.day,
  };
}
