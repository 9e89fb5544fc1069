# Names and the certificate of the load balancer, which its controller finds by the host of the Ingress. external-dns writes
# the record of the domain itself, since the load balancer comes with the Ingress.

data "aws_route53_zone" "main" {
  name = var.hosted_zone
}

resource "aws_acm_certificate" "main" {
  domain_name       = var.domain
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "validation" {
  for_each = {
    for option in aws_acm_certificate.main.domain_validation_options : option.domain_name => option
  }

  zone_id         = data.aws_route53_zone.main.zone_id
  name            = each.value.resource_record_name
  type            = each.value.resource_record_type
  records         = [each.value.resource_record_value]
  ttl             = 300
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "main" {
  certificate_arn         = aws_acm_certificate.main.arn
  validation_record_fqdns = [for record in aws_route53_record.validation : record.fqdn]
}

resource "aws_route53_record" "relay" {
  count = length(var.relay_addresses) > 0 ? 1 : 0

  zone_id = data.aws_route53_zone.main.zone_id
  name    = "turn.${var.domain}"
  type    = "A"
  ttl     = 60
  records = var.relay_addresses
}
