import { randomUUID } from "node:crypto";
import { type DateSystem, dateSystems } from "../../src/sheet";
import type { Chance } from "../engine/reference/chance";
import { type WorldsLedger, balanceOf, booksOf, businessOf } from "./books-of-worlds";
import type { Contents } from "./contents";
import { watchDigests } from "./digests";
import { Disk } from "./disk";
import { type Door, Network, doorOf } from "./network";
import { type Desk, Person } from "./person";
import { type Verdict, judged } from "./verdict";
import { Workbook } from "./workbook";
import { WorldTime } from "./world-time";

export interface WorldGiven {
  readonly ledger: WorldsLedger;
  readonly chance: Chance;
  readonly contents: Contents;
  readonly dateSystem: DateSystem;
  /** Whether people change amounts and delete rows; not where the ledger computes them, nor where totals must tie. */
  readonly mayBeEdited?: boolean;
  readonly desk: Desk;
  /** Whether the others have copies of the workbook, each for itself, instead of the same workbook open. */
  readonly areCopies?: boolean;
  /** How many people there are, each with a browser and a token. */
  readonly people: number;
  /** Stands before the ledger's own door. */
  readonly before?: (door: Door) => Door;
}

/** A business, the people who post to it, and everything between them, in the hands of one seed. */
export class World {
  readonly time = new WorldTime();
  readonly network: Network;
  readonly chance: Chance;
  /** The first one's workbook is the original. */
  readonly people: readonly Person[];
  /** Whatever a balance was, when it was not 0. */
  readonly imbalances: number[] = [];
  private readonly versions = new Map<string, Set<number>>();
  private businessId = "";

  constructor(private readonly given: WorldGiven) {
    const { ledger, chance, before = (door: Door) => door } = given;
    this.chance = chance;
    this.network = new Network(this.time, chance, before(doorOf(ledger)));
    this.people = [];
  }

  /** Opens the business, lets the story happen, waits for all that is under way, and judges what is left. */
  async live(story: (world: World) => Promise<void>): Promise<Verdict> {
    const { ledger, people } = this.given;
    const tokens = Array.from({ length: people }, () => `world_${randomUUID()}`);
    this.businessId = await businessOf(ledger.store, tokens);
    const original = new Workbook(this.given.contents, this.given.dateSystem);
    for (const [index, token] of tokens.entries())
      (this.people as Person[]).push(
        this.person(token, index === 0 ? original : original.copy(this.dateSystemOfOthers())),
      );
    this.remember(original);
    const giveBack = watchDigests(this.time);
    try {
      await this.time.until(story(this));
      await this.time.toTheEnd();
    } finally {
      giveBack();
    }
    return this.verdict();
  }

  /** T5: asked after every step of the story. */
  async weigh(): Promise<void> {
    const balance = await this.time.during(balanceOf(this.given.ledger.app, this.token()));
    if (balance !== 0) this.imbalances.push(balance);
  }

  get rows(): number {
    return this.given.contents.lines.length;
  }

  get mayBeEdited(): boolean {
    return this.given.mayBeEdited ?? false;
  }

  /** Somebody changes a workbook; others who have the same one open see it a little later. */
  change(person: Person, change: (workbook: Workbook) => void): void {
    const { areCopies = false, chance } = this.given;
    const others = areCopies ? [] : this.people.filter((other) => other !== person);
    for (const { workbook } of [person, ...others])
      this.time.after(workbook === person.workbook ? 0 : chance.whole(0, 60) * 100, () => {
        change(workbook);
        this.remember(workbook);
      });
  }

  /** When nobody changes anything any more, all who have a workbook open see the same. */
  settleViews(): void {
    const [first, ...others] = this.people;
    if (this.given.areCopies !== true) for (const { workbook } of others) if (first) workbook.showAs(first.workbook);
  }

  /** A charge may be in the ledger with any amount that somebody gave it. */
  private remember(workbook: Workbook): void {
    for (const { name, cents } of workbook.shown()) {
      const known = this.versions.get(name);
      if (known === undefined) this.versions.set(name, new Set([cents]));
      else known.add(cents);
    }
  }

  private async verdict(): Promise<Verdict> {
    const books = await booksOf(this.given.ledger, this.businessId, this.token());
    const workbooks = this.people.map(({ workbook }) => workbook);
    const verdict = judged(books, this.versions, workbooks);
    verdict.imbalance += this.imbalances.reduce((sum, balance) => sum + Math.abs(balance), 0);
    return verdict;
  }

  /** A copy can have been saved with the other date system; its days stay the same days. */
  private dateSystemOfOthers(): DateSystem {
    const { areCopies = false, chance, dateSystem } = this.given;
    return areCopies ? chance.pick(dateSystems) : dateSystem;
  }

  private token(): string {
    return this.people[0]?.connection.token ?? "";
  }

  private person(token: string, workbook: Workbook): Person {
    const { desk, chance } = this.given;
    const connection = {
      system: desk.word,
      name: "world",
      baseUrl: `https://ledger.test/${desk.word}`,
      businessId: this.businessId,
      token,
    };
    const { time, network } = this;
    const skew = chance.whole(-3_600, 3_600) * 1000;
    return new Person({
      connection,
      disk: new Disk(time),
      workbook,
      desk,
      time,
      network,
      skew,
      random: () => chance.part(),
    });
  }
}
