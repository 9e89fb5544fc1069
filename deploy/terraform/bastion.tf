# Optional: a machine inside the VPC without any open port. aws ssm start-session --target <id>

data "aws_ssm_parameter" "linux" {
  count = var.bastion ? 1 : 0

  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"
}

resource "aws_iam_role" "bastion" {
  count = var.bastion ? 1 : 0

  name_prefix        = "${var.name}-bastion-"
  assume_role_policy = data.aws_iam_policy_document.trust["machine"].json
}

resource "aws_iam_role_policy_attachment" "bastion" {
  count = var.bastion ? 1 : 0

  role       = aws_iam_role.bastion[0].name
  policy_arn = "${local.managed_policies}/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_instance_profile" "bastion" {
  count = var.bastion ? 1 : 0

  name_prefix = "${var.name}-bastion-"
  role        = aws_iam_role.bastion[0].name
}

resource "aws_security_group" "bastion" {
  count = var.bastion ? 1 : 0

  name        = "${var.name}-bastion"
  description = "Nothing comes in"
  vpc_id      = aws_vpc.main.id
}

resource "aws_vpc_security_group_egress_rule" "bastion" {
  count = var.bastion ? 1 : 0

  security_group_id = aws_security_group.bastion[0].id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "from_bastion" {
  for_each = var.bastion ? local.stores : {}

  security_group_id            = aws_security_group.store[each.key].id
  description                  = "from the bastion"
  ip_protocol                  = "tcp"
  from_port                    = each.value
  to_port                      = each.value
  referenced_security_group_id = aws_security_group.bastion[0].id
}

resource "aws_instance" "bastion" {
  count = var.bastion ? 1 : 0

  ami                    = data.aws_ssm_parameter.linux[0].value
  instance_type          = "t4g.nano"
  subnet_id              = local.private_subnet_ids[0]
  vpc_security_group_ids = [aws_security_group.bastion[0].id]
  iam_instance_profile   = aws_iam_instance_profile.bastion[0].name
  tags                   = { Name = "${var.name}-bastion" }

  metadata_options {
    http_tokens = "required"
  }

  root_block_device {
    encrypted = true
  }
}
