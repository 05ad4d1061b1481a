import { LocaleType, LogLevel, mergeLocales, Univer, type PluginCtor } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { CalculationMode, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreWords from "@univerjs/preset-sheets-core/locales/en-US";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationWords from "@univerjs/preset-sheets-data-validation/locales/en-US";
import {
  UniverSheetsTablePlugin,
  UniverSheetsTablePreset,
  UniverSheetsTableUIPlugin,
} from "@univerjs/preset-sheets-table";
import tableWords from "@univerjs/preset-sheets-table/locales/en-US";
import { tableThemes, usualTheme } from "./table-styles";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-table/lib/index.css";

/** Univer and its facade: the grid before it has a workbook. */
export interface BareGrid {
  readonly univer: Univer;
  readonly facade: FUniver;
}

/** Starts Univer in a container. Only the open packages: sheets, tables and drop-down lists. */
export function createUniver(container: HTMLElement): BareGrid {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(coreWords, tableWords, validationWords) },
    logLevel: LogLevel.WARN,
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      ribbonType: "simple",
      // A saved spill is only its anchor: everything is calculated anew when a workbook opens.
      formula: { initialFormulaComputing: CalculationMode.FORCED },
    }),
    {
      plugins: [
        [UniverSheetsTablePlugin, { userThemes: tableThemes, defaultThemeIndex: usualTheme }],
        // A tab above each table would push the rows below it down; Excel has none either.
        [UniverSheetsTableUIPlugin, { hideAnchor: true }],
      ],
    },
    UniverSheetsTablePreset(),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
  ];
  for (const [plugin, config] of pluginsOnce(presets)) univer.registerPlugin(plugin, config);
  return { univer, facade: FUniver.newAPI(univer) };
}

type PluginWithConfig = readonly [PluginCtor, unknown];

/** Presets name some plugins twice; each is registered once, the first one wins. */
function pluginsOnce(presets: readonly { readonly plugins: readonly unknown[] }[]): readonly PluginWithConfig[] {
  const byName = new Map<string, PluginWithConfig>();
  for (const entry of presets.flatMap(({ plugins }) => plugins)) {
    const [plugin, config] = (Array.isArray(entry) ? entry : [entry, undefined]) as unknown as PluginWithConfig;
    if (!byName.has(plugin.pluginName)) byName.set(plugin.pluginName, [plugin, config]);
  }
  return [...byName.values()];
}
