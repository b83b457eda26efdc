import type { ConstructorOptions, PgBoss } from "pg-boss";

const INSUFFICIENT_PRIVILEGE = "42501";

/**
 * Starts pg-boss, also for a role that owns the schema and must not create one: PostgreSQL requires that right even if
 * the schema exists.
 */
export async function startBoss(create: (options: ConstructorOptions) => PgBoss): Promise<PgBoss> {
  try {
    return await start(create({}));
  } catch (error) {
    if (Object(error).code !== INSUFFICIENT_PRIVILEGE) throw error;
    return start(create({ createSchema: false }));
  }
}

async function start(boss: PgBoss): Promise<PgBoss> {
  try {
    return await boss.start();
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
}
