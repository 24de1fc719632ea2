-- How an expert's key came into the roster: proved by a first result, or enrolled from a card that was compared.
ALTER TABLE expert_keys ADD COLUMN origin TEXT NOT NULL DEFAULT 'result' CHECK (origin IN ('result', 'card'));
