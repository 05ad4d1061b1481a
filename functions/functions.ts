// Each file of formulas registers its own with Excel when it is loaded.
import "./formulas/years";
import "./formulas/excel";
import "./formulas/use";
import "./formulas/tax";
import "./formulas/asset";
import "./formulas/balances";
import "./formulas/explain";
import "./formulas/register";
