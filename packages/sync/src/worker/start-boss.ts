import type { ConstructorOptions, PgBoss } from "pg-boss";

const INSUFFICIENT_PRIVILEGE = "42501";

/**
 * Starts and prepares pg-boss, also for a role that owns the schema and must not create one: PostgreSQL requires that
 * right even if the schema exists.
 */
export async function startBoss(
  create: (options: ConstructorOptions) => PgBoss,
  prepare: (boss: PgBoss) => Promise<void>,
): Promise<PgBoss> {
  try {
    return await start(create({}), prepare);
  } catch (error) {
    if (Object(error).code !== INSUFFICIENT_PRIVILEGE) throw error;
    return start(create({ createSchema: false }), prepare);
  }
}

/** Stops it after a failure, whose process would otherwise stay alive. */
async function start(boss: PgBoss, prepare: (boss: PgBoss) => Promise<void>): Promise<PgBoss> {
  try {
    await boss.start();
    await prepare(boss);
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
}
