# Made here, read by External Secrets (deploy/kubernetes/overlays/prod). Ephemeral values never reach the state.

resource "aws_secretsmanager_secret" "main" {
  # turn-tls: the relay's certificate, put there by whoever has it.
  for_each = toset(["turn", "database", "redis", "turn-tls"])

  name = "${var.name}/prod/${each.value}"
}

ephemeral "random_password" "turn" {
  length  = 64
  special = false
}

resource "aws_secretsmanager_secret_version" "turn" {
  secret_id                = aws_secretsmanager_secret.main["turn"].id
  secret_string_wo         = jsonencode({ secret = ephemeral.random_password.turn.result })
  secret_string_wo_version = var.secrets_version
}

ephemeral "random_password" "database" {
  length  = 40
  special = false
}

resource "aws_secretsmanager_secret_version" "database" {
  secret_id                = aws_secretsmanager_secret.main["database"].id
  secret_string_wo         = jsonencode({ password = ephemeral.random_password.database.result })
  secret_string_wo_version = var.secrets_version
}

# Each run makes another random value: the database gets the one that was kept.
ephemeral "aws_secretsmanager_secret_version" "database" {
  secret_id = aws_secretsmanager_secret_version.database.secret_id
}

# The provider has no write-only argument for Redis: this one is in the state, which is encrypted and for few to read.
resource "random_password" "redis" {
  length  = 64
  special = false

  keepers = { version = var.secrets_version }
}

resource "aws_secretsmanager_secret_version" "redis" {
  secret_id                = aws_secretsmanager_secret.main["redis"].id
  secret_string_wo         = jsonencode({ password = random_password.redis.result })
  secret_string_wo_version = var.secrets_version
}
