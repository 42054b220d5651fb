-- +goose Up
-- add column "credit_system_id" to table: "periods"
ALTER TABLE `periods` ADD COLUMN `credit_system_id` integer NULL;
-- what was recorded so far is of the only credit note for the entitlement that has its number; of several, the program finds out
UPDATE `periods` SET `credit_system_id` = (SELECT min(`e`.`system_id`) FROM `line_items` AS `l` JOIN `external_ids` AS `e` ON `e`.`entity_id` = `l`.`entitlement_id` AND `e`.`kind` = 'credit' AND `e`.`value` = `periods`.`order_id` WHERE `l`.`id` = `periods`.`line_item_id` HAVING count(*) = 1) WHERE `amends_id` IS NOT NULL AND `order_id` <> '';
