// A boardgame.io game of six seats, thirty tracks and forty moves replays its own log.
//
// Arguments: the folder that has boardgame.io installed, how many moves to play, and how to replay
// them: "client" dispatches every logged action to a fresh client, "reducer" feeds it to the bare
// reducer. A move throws two dice and nudges three tracks, up on seven or more and down below.
// The replay must end where the game did.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { join } from "node:path";

const require = createRequire(join(process.argv[2], "package.json"));
const { Client } = require("boardgame.io/client");
const { CreateGameReducer, InitializeGame } = require("boardgame.io/internal");
const wanted = Number(process.argv[3]);
const how = process.argv[4];

const tracks = Array.from({ length: 30 }, (_, number) => `track${number}`);
const moves = {};
for (let number = 0; number < 40; number++) {
  const nudged = [number, number * 7 + 1, number * 11 + 2].map((at) => tracks[at % 30]);
  moves[`move${number}`] = ({ G, random }) => {
    const by = random.D6() + random.D6() >= 7 ? 1 : -1;
    for (const track of nudged) {
      G.tracks[track] = Math.max(0, Math.min(10, G.tracks[track] + by));
    }
  };
}
const game = {
  name: "tracks",
  seed: "7",
  setup: () => ({ tracks: Object.fromEntries(tracks.map((track) => [track, 5])) }),
  turn: { minMoves: 2, maxMoves: 2 },
  moves,
};

function freshClient() {
  const client = Client({ game, numPlayers: 6, debug: false });
  client.start();
  return client;
}

const played = freshClient();
for (let number = 0; number < wanted; number++) {
  played.moves[`move${(number * 17) % 40}`]();
}
const actions = played.log.filter((line) => !line.automatic).map((line) => line.action);
const end = JSON.stringify(played.getState().G);

function replay() {
  if (how === "client") {
    const client = freshClient();
    for (const action of actions) client.store.dispatch(action);
    return client.getState();
  }
  const reducer = CreateGameReducer({ game });
  return actions.reduce(reducer, InitializeGame({ game, numPlayers: 6 }));
}

for await (const _ of createInterface({ input: process.stdin })) {
  const begun = performance.now();
  const state = replay();
  const seconds = (performance.now() - begun) / 1000;
  if (JSON.stringify(state.G) !== end || actions.length !== wanted) {
    console.error("the replay did not end where the game did");
    process.exit(1);
  }
  console.log(actions.length / seconds);
}
