// Uses a client that is not ours as its users do and prints what it reports, one line an event: node session.js PORT
"use strict";

const { IBApi, EventName } = require("@stoqey/ib");

const port = Number(process.argv[2]);
const stock = { symbol: "AAPL", secType: "STK", exchange: "SMART", currency: "USD" };
const ib = new IBApi({ host: "127.0.0.1", port, clientId: 31 });

const say = (name, ...values) => console.log([name, ...values].join(" "));

/** Resolves with the arguments of the next event that fits. */
function next(event, fits = () => true) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("no " + event + " within 10 s")), 10_000);
    const listener = (...values) => {
      if (fits(...values)) {
        clearTimeout(late);
        ib.off(event, listener);
        resolve(values);
      }
    };
    ib.on(event, listener);
  });
}

const order = (action, orderType, lmtPrice) => ({ action, orderType, lmtPrice, totalQuantity: 10, tif: "DAY", transmit: true });

function listen() {
  ib.on(EventName.connected, () => say("connected", "serverVersion=" + ib.serverVersion));
  ib.on(EventName.error, (error, code, id) => say("error", "id=" + id, "code=" + code, error.message));
  ib.on(EventName.info, (message, code) => say("info", "code=" + code, message));
  ib.on(EventName.managedAccounts, (accounts) => say("managedAccounts", accounts));
  ib.on(EventName.nextValidId, (id) => say("nextValidId", id));
  ib.on(EventName.openOrder, (id, contract, placed, state) => say("openOrder", id, contract.symbol, placed.action, placed.totalQuantity, placed.orderType, state.status));
  ib.on(EventName.orderStatus, (id, status, filled, remaining, price) => say("orderStatus", id, status, "filled=" + filled, "remaining=" + remaining, "average=" + price));
  ib.on(EventName.execDetails, (id, contract, execution) => say("execDetails", contract.symbol, execution.side, execution.shares, "at", execution.price));
  ib.on(EventName.commissionReport, (report) => say("commissionReport", report.commission, report.currency));
}

async function session() {
  const started = Promise.all([next(EventName.nextValidId), next(EventName.managedAccounts)]);
  ib.connect();
  const [[orderId], [account]] = await started;

  const time = next(EventName.currentTime);
  ib.reqCurrentTime();
  await time;
  say("currentTime");

  await contract();
  await marketData();
  await roundTrip(orderId);
  await cancelled(orderId + 1);
  await accountOf(account.split(",")[0]);
  await bars();

  const gone = next(EventName.disconnected);
  ib.disconnect();
  await gone;
  say("disconnected");
}

async function contract() {
  const end = next(EventName.contractDetailsEnd);
  const found = next(EventName.contractDetails);
  ib.reqContractDetails(1, stock);
  const [, details] = await found;
  await end;
  say("contractDetails", details.contract.symbol, details.contract.conId, details.contract.primaryExch, details.longName);
}

async function marketData() {
  const bid = next(EventName.tickPrice, (id, type) => id === 2 && type === 1);
  const ask = next(EventName.tickPrice, (id, type) => id === 2 && type === 2);
  const size = next(EventName.tickSize, (id) => id === 2);
  ib.reqMktData(2, stock, "", false, false);
  const prices = await Promise.all([bid, ask]);
  await size;
  say("tickPrice", "bid=" + prices[0][2], "ask=" + prices[1][2]);
  ib.cancelMktData(2);
}

async function roundTrip(id) {
  const filled = next(EventName.orderStatus, (of, status) => of === id && status === "Filled");
  const executed = next(EventName.execDetails);
  const charged = next(EventName.commissionReport);
  ib.placeOrder(id, stock, order("BUY", "MKT"));
  await Promise.all([filled, executed, charged]);
}

async function cancelled(id) {
  const working = next(EventName.orderStatus, (of, status) => of === id && status === "Submitted");
  ib.placeOrder(id, stock, order("BUY", "LMT", 1));
  await working;
  const ended = next(EventName.orderStatus, (of, status) => of === id && status === "Cancelled");
  ib.cancelOrder(id);
  await ended;
}

async function accountOf(account) {
  const rows = [];
  const row = (id, of, tag, value, currency) => rows.push(tag + "=" + value + currency);
  ib.on(EventName.accountSummary, row);
  const summaryEnd = next(EventName.accountSummaryEnd);
  ib.reqAccountSummary(3, "All", "NetLiquidation,TotalCashValue,BuyingPower");
  await summaryEnd;
  ib.off(EventName.accountSummary, row);
  ib.cancelAccountSummary(3);
  say("accountSummary", rows.join(" "));

  const held = [];
  ib.on(EventName.position, (of, contract, quantity) => held.push(contract.symbol + "=" + quantity));
  const positionEnd = next(EventName.positionEnd);
  ib.reqPositions();
  await positionEnd;
  ib.cancelPositions();
  say("position", held.join(" "));

  const tags = new Set();
  const value = (tag) => tags.add(tag);
  ib.on(EventName.updateAccountValue, value);
  const portfolio = next(EventName.updatePortfolio);
  const downloaded = next(EventName.accountDownloadEnd);
  ib.reqAccountUpdates(true, account);
  const [part, quantity] = await portfolio;
  await downloaded;
  ib.off(EventName.updateAccountValue, value);
  ib.reqAccountUpdates(false, account);
  say("updateAccountValue", tags.size > 10 ? "more than ten tags" : [...tags].join(","));
  say("updatePortfolio", part.symbol, quantity);
}

async function bars() {
  let count = 0;
  const one = (id, time) => { if (!String(time).startsWith("finished")) count++; };
  ib.on(EventName.historicalData, one);
  const finished = next(EventName.historicalData, (id, time) => String(time).startsWith("finished"));
  ib.reqHistoricalData(4, stock, "", "1 D", "1 hour", "TRADES", 1, 1, false);
  await finished;
  ib.off(EventName.historicalData, one);
  say("historicalData", count, "bars");
}

listen();
session().then(
  () => process.exit(0),
  (failure) => {
    say("failed", failure.message);
    process.exit(1);
  },
);
